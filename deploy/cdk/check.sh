#!/usr/bin/env bash
# Type-checks the cloud environments, runs their tests, synthesises them and lints the templates:
#
#     bash deploy/cdk/check.sh
#
# Everything lands in .build/cdk, the templates in its folder assembly. No npm: the PyPI wheels of the
# CDK carry the npm packages, and Debian has node and TypeScript.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/setup.sh
here=$PWD/deploy/cdk
build=$PWD/.build/cdk
mkdir -p "$build"

say() { printf 'cdk: %s\n' "$*"; }

need_packages nodejs node-typescript python3 python3-venv

# The wheels, and the npm packages inside them. Unpacked again only when a version changes; those of
# package.json are the same packages under the same names.
version() { node -p "require('$here/package.json').dependencies['$1']"; }
wheels=(
  "aws-cdk-lib==$(version aws-cdk-lib)" "constructs==$(version constructs)"
  aws-cdk.cloud-assembly-schema==44.9.0
)
linter=cfn-lint==1.51.0
stamp="${wheels[*]} $linter"
if [[ $(cat "$build/stamp" 2>/dev/null) != "$stamp" ]]; then
  say "fetching $stamp"
  rm -rf "$build/venv" "$build/node_modules"
  python3 -m venv "$build/venv"
  pip=("$build/venv/bin/pip" install --quiet --disable-pip-version-check)
  "${pip[@]}" --no-compile --no-deps "${wheels[@]}" || fail "pip could not install ${wheels[*]}"
  "${pip[@]}" "$linter" || fail "pip could not install $linter"
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
node --test --test-reporter=tap "$build"/app/cdk/test/*.test.js >"$log" 2>&1 && status=0 || status=$?
if ((status)); then grep -v -E '^(# Subtest|ok |    )|duration_ms' "$log" | head -100; fi
say "$(sed -n 's/^# pass //p' "$log") passed, $(sed -n 's/^# fail //p' "$log") failed"
exit "$status"
