#!/usr/bin/env bash
# sanitize.sh thread|address: the runtime's tests under a sanitizer, in a build folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
source deploy/setup.sh

sanitizer=${1:-}
[[ $sanitizer == thread || $sanitizer == address ]] || fail "usage: sanitize.sh thread|address"
need_swift
need_packages "${build_packages[@]}"

mkdir -p .build
# A contended Mutex waits in Swift's own library, which is not instrumented: the sanitizer sees no order
# between two turns, and calls what happens inside the lock a race. It has for these, of which the last two
# are of the tests; all that they have is inside their locks.
printf 'race:%s\n' 3RPC9Admission 8RPCTests4Gate 20NIOLockedConnections >.build/suppressions
export TSAN_OPTIONS="suppressions=$PWD/.build/suppressions"
# Leaks are not looked for: tables that live as long as the process are never freed.
export ASAN_OPTIONS=detect_leaks=0
swift test --sanitize="$sanitizer" --scratch-path ".build/$sanitizer" --no-parallel \
  --filter '^(HTTP2|Protobuf|RPC|RPCServices)Tests\.'
