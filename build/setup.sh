# Set-up, sourced by ./rnn: installs what is missing, builds, and says in one line each what it did or skipped.
# Everything it makes lies in artifacts/. Running it again changes nothing that is up to date.

artifacts=$root/artifacts
nuget_switch=$artifacts/use-nuget-packages
cuda_switch=$artifacts/use-cuda-packages
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

run_packages=(libtorch-dev libopenblas0-pthread cmake g++ npm)
lab_packages=(jupyter-notebook jupyter-client jupyter-nbconvert libzmq5)
docs_packages=(node-normalize.css pandoc python3-nbsphinx python3-sphinx-copybutton furo libjs-mathjax chromium)
test_packages=("${lab_packages[@]}" "${docs_packages[@]}" python3-torch dataset-fashion-mnist bubblewrap hunspell hunspell-en-gb)

done_() { printf '  done     %s\n' "$*" >&2; }
skipped() { printf '  skipped  %s\n' "$*" >&2; }
fail() { printf 'rnn: %s\n' "$*" >&2; exit 6; }

setup_usage() {
  cat <<'TEXT'
Usage: ./rnn setup [--nuget | --system] [--for run|lab|test|docs]

Installs what is missing and builds the command line and the teaching library into artifacts/. Safe to repeat.

  --nuget    take the real TorchSharp and Plotly.NET from the package registry (the way to CUDA, macOS and Windows)
  --system   take lib/packages over the system's libtorch (Debian: libtorch-dev)
  --for WHAT what it must be good for: run (headless), lab (Jupyter; the default), test, docs

Without --nuget or --system: the choice made last time, else the real packages where there is an NVIDIA GPU or no apt,
and the system's libtorch elsewhere.
TEXT
}

setup_main() {
  local wanted=lab choice=
  while (($#)); do
    case $1 in
      --nuget) choice=nuget ;;
      --system) choice=system ;;
      --for) wanted=${2:-}; shift ;;
      --help | -h) setup_usage; return 0 ;;
      *) printf 'rnn: setup does not know %s; see ./rnn setup --help.\n' "$1" >&2; exit 2 ;;
    esac
    shift || true
  done
  [[ $wanted =~ ^(run|lab|test|docs)$ ]] || { printf 'rnn: --for takes run, lab, test or docs, not "%s".\n' "$wanted" >&2; exit 2; }
  mkdir -p "$artifacts"
  (
    flock 9
    setup "$wanted" "$choice"
  ) 9>"$artifacts/.setup-lock"
}

# Called before a verb: quick (some 20 ms) where nothing is to be done.
ensure_setup() {
  local wanted=$1 stamp=$artifacts/.setup-$1
  if [[ $wanted == none ]]; then
    [[ -x $artifacts/cli/rnn ]] && return 0
    wanted=run stamp=$artifacts/.setup-run
  fi
  if [[ -f $stamp && -x $artifacts/cli/rnn && -f $artifacts/lesson/RnnNotebooks.dll ]] && libtorch_still_there &&
    [[ -z $(find "$root/lib" "$root/build" "$root"/Directory.* "$root/global.json" -newer "$stamp" -type f -not -path '*/node_modules/*' -not -name '*.md' -print -quit) ]]; then
    return 0
  fi
  echo "Setting up for this command (only what is missing or out of date):" >&2
  setup_main --for "$wanted"
}

libtorch_still_there() { [[ -f $nuget_switch ]] || [[ -n $(compgen -G '/usr/lib/*/libtorch_cpu.so*') ]]; }

has_gpu() { command -v nvidia-smi >/dev/null && nvidia-smi -L >/dev/null 2>&1; }

setup() {
  local wanted=$1 choice=$2 begun=$artifacts/.begun
  touch "$begun"
  need_dotnet
  choose_packages "$choice"
  if [[ ! -f $nuget_switch ]]; then install_debian run "${run_packages[@]}"; fi
  case $wanted in
    lab) install_debian lab "${lab_packages[@]}" ;;
    test) install_debian test "${test_packages[@]}" ;;
    docs) install_debian docs "${lab_packages[@]}" "${docs_packages[@]}" ;;
  esac
  install_npm
  publish_all
  # The stamp carries the time at which set-up began: a file that changed meanwhile is newer and is built next time.
  touch -r "$begun" "$artifacts/.setup-$wanted" "$artifacts/.setup-run"
  if [[ $wanted == test ]]; then touch -r "$begun" "$artifacts/.setup-lab" "$artifacts/.setup-docs"; fi # it has all of theirs
  rm -f "$begun"
}

need_dotnet() {
  if command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.'; then skipped ".NET SDK $(dotnet --version): installed"; return; fi
  fail "the .NET 10 SDK is not installed; get it from https://dot.net/download and run this again."
}

choose_packages() {
  local choice=$1
  if [[ -z $choice ]]; then
    if [[ -f $nuget_switch ]]; then choice=nuget
    elif [[ -d $artifacts/lesson ]]; then choice=system
    elif has_gpu || ! command -v apt-get >/dev/null; then choice=nuget
    else choice=system; fi
  fi
  if [[ $choice == system ]]; then
    if [[ -f $nuget_switch ]]; then rm -f "$nuget_switch" "$cuda_switch"; done_ "switched to the system's libtorch"; fi
    return 0
  fi
  local package=TorchSharp-cpu
  if has_gpu; then package=TorchSharp-cuda-linux; fi
  if nuget_serves "$package"; then
    touch "$nuget_switch"
    if [[ $package == TorchSharp-cuda-linux ]]; then touch "$cuda_switch"; else rm -f "$cuda_switch"; fi
    done_ "switched to the real packages ($package, Plotly.NET)"
  elif command -v apt-get >/dev/null || [[ -n $(compgen -G '/usr/lib/*/libtorch_cpu.so*') ]]; then
    rm -f "$nuget_switch" "$cuda_switch"
    done_ "the package registry does not serve $package, so this uses the system's libtorch"
  else
    fail "neither the package registry's $package nor a system libtorch is to be had; install libtorch 1.13 with its headers (Debian: apt-get install libtorch-dev libopenblas0-pthread), or connect to a registry that serves $package."
  fi
}

# A trial restore in a folder of its own; a registry that hangs counts as a "no" after two minutes.
nuget_serves() {
  timeout 120 dotnet restore "$root/lib/RnnNotebooks/RnnNotebooks.csproj" -p:UseNuGetPackages=true -p:TorchSharpPackage="$1" \
    -p:ArtifactsPath="$artifacts/restore-trial" --nologo -v quiet >"$artifacts/restore-trial.log" 2>&1
}

install_debian() {
  local what=$1 missing=() package
  shift
  for package in "$@"; do
    # npm may have come with a Node.js that is not Debian's.
    if [[ $package == npm ]] && command -v npm >/dev/null; then continue; fi
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == 'install ok installed' ]] || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then skipped "Debian packages for $what: all $# installed"; return; fi
  command -v apt-get >/dev/null || fail "${missing[*]} missing and there is no apt-get here; install them with this system's package manager, or run ./rnn setup --nuget."
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || fail "${missing[*]} missing; as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "  installing ${missing[*]} …" >&2
  local log=$artifacts/apt.log
  { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 ||
    fail "apt-get could not install ${missing[*]}: $(grep -m1 '^E:' "$log" || true) (whole log: artifacts/apt.log)"
  done_ "installed ${missing[*]}"
}

# The browser side of the charts, pinned by the committed locks.
install_npm() {
  local folder lock
  for lock in "$root"/lib/packages/Plotly.NET/npm/package-lock.json "$root"/tests/npm/package-lock.json; do
    [[ -f $lock ]] || continue
    folder=$(dirname "$lock")
    if [[ -f $folder/node_modules/.package-lock.json && ! $lock -nt $folder/node_modules/.package-lock.json ]]; then skipped "npm packages in ${folder#"$root"/}: installed"; continue; fi
    (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts >"$artifacts/npm.log" 2>&1) ||
      fail "npm could not install what ${lock#"$root"/} lists; see artifacts/npm.log."
    touch "$folder/node_modules/.package-lock.json"
    done_ "npm packages in ${folder#"$root"/}"
  done
}

publish_all() {
  local rid torch=() own_runtime=false
  rid=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)
  if [[ -f $cuda_switch ]]; then torch=(-p:TorchSharpPackage=TorchSharp-cuda-linux); fi
  publish lib/RnnNotebooks "the native shim and the teaching library" "$artifacts/lesson" "$rid" --self-contained false "${torch[@]}"
  # Jupyter serves files of the notebooks' folder only, and the charts there want plotly.js.
  mkdir -p "$root/notebooks/assets"
  cp "$artifacts/lesson/plotly.min.js" "$root/notebooks/assets/"
  # With a runtime of its own the command line is compiled as a whole, for this machine (see its project file).
  if [[ $rid == linux-* ]]; then own_runtime=true; fi
  publish lib/RnnNotebooks.Cli "the command line" "$artifacts/cli" "$rid" --self-contained $own_runtime
}

# Published into a new folder and swapped in, so that a running kernel keeps the files it has open.
publish() {
  local project=$1 what=$2 to=$3 rid=$4 log
  shift 4
  log=$artifacts/publish-$(basename "$to").log
  rm -rf "$to.new"
  dotnet publish "$root/$project" -c Release -r "$rid" -p:PublishReadyToRun=true -p:RunAnalyzers=false \
    -o "$to.new" --nologo -v quiet "$@" >"$log" 2>&1 || fail "$what does not build: $(grep -m1 error "$log" || true) (whole log: ${log#"$root"/})"
  rm -rf "$to.old"
  if [[ -d $to ]]; then mv "$to" "$to.old"; fi
  mv "$to.new" "$to"
  rm -rf "$to.old"
  done_ "$what → ${to#"$root"/}"
}
