#!/usr/bin/env bash
# Installs what the tests need, then runs all of them: repository rules, Swift tests, deployment.
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/setup.sh

need_swift
need_packages "${build_packages[@]}" \
  protobuf-compiler libprotobuf-dev protobuf-c-compiler nghttp2-client curl openssl git procps
need_python buf-bin==1.75.0 grpcio==1.85.1 grpcio-tools==1.85.1 grpcio-status==1.85.1

swift build --build-tests
.build/debug/dev check
# One after another: tests hold servers to deadlines, and two cores cannot keep all of them at once.
swift test --skip-build --no-parallel
bash deploy/cdk/check.sh
bash deploy/container-check.sh gateway
