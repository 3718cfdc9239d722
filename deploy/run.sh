#!/usr/bin/env bash
# Installs what is missing, builds, and starts everything in one process on the embedded table.
# Usage: bash deploy/run.sh [flags of `smart-cooking serve`]
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/setup.sh

need_swift
need_packages "${build_packages[@]}"
echo "building (the first time takes some minutes)"
bash deploy/build.sh smart-cooking >/dev/null
exec .build/release/smart-cooking serve --example "$@"
