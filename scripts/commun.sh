# Shared by lancer and tester: the packages, the build folders. Sourced, not run.

racine=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
coeurs=$(nproc)

paquets_compilation="build-essential cmake ninja-build pkg-config ccache
  qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-translations-l10n libgl-dev libsqlite3-dev nlohmann-json3-dev
  libzip-dev libcairo2-dev libqpdf-dev libfontconfig-dev libfreetype-dev libxlsxwriter-dev libical-dev libmd4c-dev"
paquets_execution="fonts-liberation fonts-dejavu-core fonts-noto-core"
paquets_tests="catch2 poppler-utils"
paquets_controle="libreoffice-writer unzip clang-format"
# What people use, and what is measured: without what only a debugger reads, which makes 40 % of the compilation and 95 %
# of the program's weight on the disk.
construction_livree=(-DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG")

# installer PAQUET...: silent and instant when everything is there.
installer() {
  local manquants="" paquet
  for paquet in "$@"; do
    dpkg-query -W -f='${Status}' "$paquet" 2>/dev/null | grep -q "ok installed" || manquants="$manquants $paquet"
  done
  [ -z "$manquants" ] && return 0
  local super=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Il manque :$manquants. Installez-les (apt) puis relancez." >&2; return 1; }
    super="sudo"
  fi
  echo "Installation de :$manquants"
  $super apt-get update -qq >/dev/null || true
  $super env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $manquants >/tmp/atelier-apt.log 2>&1 || {
    tail -5 /tmp/atelier-apt.log >&2
    echo "L’installation a échoué. Vérifiez la connexion, puis relancez." >&2
    return 1
  }
}

# avancement: passes ninja's lines on, and shows how far the build is when somebody looks at the terminal.
avancement() {
  local ligne part vu=""
  while IFS= read -r ligne; do
    printf '%s\n' "$ligne"
    if [ -t 2 ] && [[ $ligne =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      part=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
      [ "$part" = "$vu" ] || printf '\rCompilation : %d %%  ' "$part" >&2
      vu=$part
    fi
  done
  [ -z "$vu" ] || printf '\r\033[K' >&2
}

# compiler DOSSIER CIBLE OPTIONS...: configures when needed, builds; the log is shown only when it fails.
compiler() {
  local dossier=$1 cible=$2 journal
  shift 2
  mkdir -p "$dossier"
  journal="$dossier/compilation.log"
  if ! { [ -f "$dossier/build.ninja" ] || cmake -S "$racine" -B "$dossier" -G Ninja "$@"; } >"$journal" 2>&1 ||
    ! cmake --build "$dossier" --target "$cible" -j "$coeurs" 2>&1 | avancement >>"$journal"; then
    grep -E "error|Error|FAILED" "$journal" | head -40 >&2
    tail -20 "$journal" >&2
    echo "La compilation a échoué : tout est dans $journal" >&2
    return 1
  fi
}
