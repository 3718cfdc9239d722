# What run.sh and test.sh share: functions that install what is missing, or say in one line what is.
# Sourced, never run.

fail() {
  echo "cannot go on: $*" >&2
  exit 1
}

# need_swift: a Swift 6.3 toolchain is on the PATH.
need_swift() {
  command -v swift >/dev/null || fail "no swift on the PATH; install Swift 6.3 from swift.org"
  local version
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -1)
  [[ $(printf '6.3\n%s\n' "$version" | sort -V | head -1) == 6.3 ]] ||
    fail "swift $version is too old; 6.3 or later is needed"
}

# need_packages NAME...: Debian packages, installed when missing.
need_packages() {
  local missing=() package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) == 'install ok installed' ]] ||
      missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null || fail "missing ${missing[*]}, and there is no apt-get to install them"
  local sudo=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "missing ${missing[*]}; run as root: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  echo "installing ${missing[*]}"
  "${sudo[@]}" apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends \
      "${missing[@]}" >/dev/null ||
    fail "apt-get could not install ${missing[*]}"
}

# need_python NAME==VERSION...: PyPI packages in .build/venv, installed when the list has changed.
need_python() {
  need_packages python3 python3-venv
  local venv=.build/venv wanted="$*"
  [[ -x $venv/bin/pip ]] || python3 -m venv "$venv" || fail "python3 could not make $venv"
  [[ $(cat "$venv/wanted" 2>/dev/null) == "$wanted" ]] && return 0
  echo "installing $wanted"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "$@" ||
    fail "pip could not install $wanted"
  echo "$wanted" >"$venv/wanted"
}

# The libraries that the build links.
build_packages=(libnghttp2-dev libprotobuf-c-dev libsqlite3-dev zlib1g-dev pkg-config)

# A debug build that carries the Swift library in itself, as images want it, and no debug information,
# which takes long to make. A folder of its own: other flags in the usual one build everything anew.
static_build=(swift build --scratch-path .build/static --static-swift-stdlib -Xswiftc -gnone)
