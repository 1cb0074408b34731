# Finds or installs what ./run and ./test need. Sourced; every function says what it does and fails with the command that would help.

# Exit code 2 is bad usage or a missing prerequisite that this account may not install.
fail() { echo "$*" >&2; exit 2; }

need_dotnet() {
    command -v dotnet >/dev/null || fail "GeoCrime needs the .NET 10 SDK: https://dotnet.microsoft.com/download"
    dotnet --list-sdks | grep -q '^10\.' || fail "GeoCrime needs the .NET 10 SDK; found: $(dotnet --list-sdks | tr '\n' ' ')"
}

need_node() {
    command -v node >/dev/null || fail "GeoCrime needs Node 20 or later: https://nodejs.org"
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "GeoCrime needs Node 20 or later; found $(node --version)"
}

# install NAME PACKAGES…: Debian packages, where this account may install them.
install() {
    local what=$1; shift
    local command="apt-get update && apt-get install -y --no-install-recommends $*"
    command -v apt-get >/dev/null || fail "$what is missing. On Debian or Ubuntu: sudo sh -c '$command'"
    local as=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || fail "$what is missing and this account may not install it. Run: sudo sh -c '$command'"
        as=(sudo -n)
    fi
    echo "Installing $what …" >&2
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive sh -c "$command" >&2 || fail "$what could not be installed with: $command"
}

has_postgis() { compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }

need_postgis() {
    [ -n "${GEOCRIME_DATABASE:-}" ] && return
    has_postgis && return
    # Debian 12 has PostgreSQL 15; other releases carry one version each, found by name.
    local package
    package=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -1)
    install "PostgreSQL with PostGIS" "${package:-postgresql-15-postgis-3}"
    has_postgis || fail "PostGIS was installed but its files were not found under /usr/share/postgresql."
}

need_chromium() {
    command -v chromium >/dev/null || install "Chromium" chromium
}

# The map application: packages when the lock changed, bundle when a source changed.
build_frontend() {
    local app="$here/frontend"
    if [ ! -f "$app/node_modules/.package-lock.json" ] || [ "$app/package-lock.json" -nt "$app/node_modules/.package-lock.json" ]; then
        echo "Installing the map application's packages …" >&2
        (cd "$app" && npm ci --no-audit --no-fund --loglevel=error >&2)
        touch "$app/node_modules/.package-lock.json"
    fi
    if [ ! -f "$app/dist/index.html" ] || [ -n "$(find "$app" -path "$app/node_modules" -prune -o -path "$app/dist" -prune -o -type f -newer "$app/dist/index.html" -print -quit)" ]; then
        echo "Building the map application …" >&2
        (cd "$app" && npm run --silent build >&2)
    fi
}
