#!/usr/bin/env bash
# Compares the public API of our packages with the listings of the real ones: build/api-check.sh FOLDER, which holds
# tools/api-check.cs and api/*.txt. A member that the real package lacks is a defect.
set -uo pipefail
: "${1:?name the folder that holds tools/api-check.cs and api/: build/api-check.sh FOLDER}"
shared=$(cd "$1" && pwd) || exit
root=$(cd "$(dirname "$0")/.." && pwd)
checker=$root/artifacts/api-check
mkdir -p "$checker"
cp "$shared/tools/api-check.cs" "$checker/api-check.cs"
# The checker stays outside our own build rules.
printf '<Project />\n' | tee "$checker/Directory.Build.props" >"$checker/Directory.Packages.props"
status=0

check() { # project file, listing
  local name dll
  name=$(basename "$1" .csproj)
  # With what it depends on beside it: the checker loads the types of every signature.
  dotnet build "$root/$1" --nologo -v quiet -p:RunAnalyzers=false -p:CopyLocalLockFileAssemblies=true >"$checker/build.log" 2>&1 || { echo "$name does not build; see artifacts/api-check/build.log"; status=1; return; }
  dll=$root/artifacts/bin/$name/debug/$name.dll
  printf '%s: ' "$name"
  (cd "$checker" && dotnet run api-check.cs -- check "$dll" "$shared/api/$2" "${@:3}") || status=1
}

interactive=lib/packages/Microsoft.DotNet.Interactive
check lib/packages/TorchSharp/TorchSharp.csproj TorchSharp-0.107.txt
check lib/packages/Plotly.NET/Plotly.NET/Plotly.NET.csproj Plotly.NET-5.1.txt
check lib/packages/Plotly.NET/Plotly.NET.CSharp/Plotly.NET.CSharp.csproj Plotly.NET.CSharp-0.13.txt
# The engine's own additions live in namespaces of their own; what is in theirs must be theirs.
check $interactive/Formatting/Microsoft.DotNet.Interactive.Formatting.csproj Microsoft.DotNet.Interactive.Formatting.txt Microsoft.DotNet
check $interactive/Documents/Microsoft.DotNet.Interactive.Documents.csproj Microsoft.DotNet.Interactive.Documents.txt Microsoft.DotNet
check $interactive/Interactive/Microsoft.DotNet.Interactive.csproj Microsoft.DotNet.Interactive.txt Microsoft.DotNet
check $interactive/CSharp/Microsoft.DotNet.Interactive.CSharp.csproj Microsoft.DotNet.Interactive.CSharp.txt Microsoft.DotNet
exit $status
