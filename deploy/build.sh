#!/usr/bin/env bash
# Builds a product as it is shipped, optimised and with the Swift library in it, and prints its path.
# Usage: bash deploy/build.sh PRODUCT
set -euo pipefail
cd "$(dirname "$0")/.."

build=(swift build --configuration release --static-swift-stdlib)
"${build[@]}" --product "${1:?name the product}" >&2
echo "$("${build[@]}" --show-bin-path)/$1"
