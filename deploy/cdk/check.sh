#!/usr/bin/env bash
# Type-checks the cloud environments, runs their tests, synthesises them and lints the templates:
#
#     bash deploy/cdk/check.sh            everything lands in .build/cdk, the templates in .build/cdk/assembly
#
# No npm: the PyPI wheels of the CDK carry the npm packages, and Debian has node and TypeScript.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(realpath -m "$here/../../.build/cdk")
mkdir -p "$build"

say() { printf 'cdk: %s\n' "$*"; }
fail() { printf 'cdk: %s\n' "$*" >&2; exit 1; }

# Debian's packages, only those that are missing.
packages=()
command -v node >/dev/null || packages+=(nodejs)
command -v tsc >/dev/null || packages+=(node-typescript)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
if ((${#packages[@]})); then
  command -v apt-get >/dev/null || fail "missing: ${packages[*]}"
  [[ $(id -u) == 0 ]] && sudo=() || sudo=(sudo)
  say "installing ${packages[*]}"
  { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}"; } \
    >"$build/apt.log" 2>&1 || { tail -5 "$build/apt.log" >&2; fail "cannot install ${packages[*]}"; }
fi

# The wheels, and the npm packages inside them. Unpacked again only when a version here changes.
wheels=(aws-cdk-lib==2.200.0 constructs==10.4.2 aws-cdk.cloud-assembly-schema==44.9.0)
linter=cfn-lint==1.51.0
stamp="${wheels[*]} $linter"
if [[ $(cat "$build/stamp" 2>/dev/null) != "$stamp" ]]; then
  say "fetching $stamp"
  rm -rf "$build/venv" "$build/node_modules"
  python3 -m venv "$build/venv"
  "$build/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile --no-deps "${wheels[@]}"
  "$build/venv/bin/pip" install --quiet --disable-pip-version-check "$linter"
  find "$build/venv" -path '*/_jsii/*.jsii.tgz' | while read -r package; do
    name=$(tar xzOf "$package" package/package.json | node -p 'JSON.parse(require("fs").readFileSync(0)).name')
    mkdir -p "$build/node_modules/$name"
    tar xzf "$package" -C "$build/node_modules/$name" --strip-components=1
  done
  printf '%s' "$stamp" >"$build/stamp"
fi

say "type-checking"
rm -rf "$build/app" "$build/assembly"
tsc --project "$here"

# The library still uses what it calls deprecated itself.
export JSII_DEPRECATED=quiet

say "synthesising dev, staging, prod"
CDK_OUTDIR="$build/assembly" node "$build/app/cdk/bin/app.js"

# W3005: the library writes the dependencies of a service twice.
say "linting $(find "$build/assembly" -name '*.template.json' | wc -l) templates"
"$build/venv/bin/cfn-lint" --non-zero-exit-code error --ignore-checks W3005 -- "$build"/assembly/*.template.json

say "testing"
log="$build/test.log"
node --test "$build"/app/cdk/test/*.test.js >"$log" 2>&1 && status=0 || status=$?
if ((status)); then grep -v -E '^(# Subtest|ok |    )|duration_ms' "$log" | head -100; fi
say "$(sed -n 's/^# pass //p' "$log") passed, $(sed -n 's/^# fail //p' "$log") failed"
exit "$status"
