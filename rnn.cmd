@echo off
rem The one command of the course on Windows: rnn VERB. Windows takes the real TorchSharp and Plotly.NET packages.
setlocal
set "root=%~dp0"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
where dotnet >nul 2>nul || (echo rnn: the .NET 10 SDK is not installed; get it from https://dot.net/download and run this again. 1>&2 & exit /b 6)
if /i "%~1"=="setup" goto setup
if not exist "%root%artifacts\cli\rnn.exe" call :setup || exit /b 6
"%root%artifacts\cli\rnn.exe" %*
exit /b %errorlevel%

:setup
if not exist "%root%artifacts" mkdir "%root%artifacts"
type nul > "%root%artifacts\use-nuget-packages"
set "torch=TorchSharp-cpu"
where nvidia-smi >nul 2>nul && set "torch=TorchSharp-cuda-windows"
call npm ci --prefix "%root%lib\packages\Plotly.NET\npm" --no-audit --no-fund --ignore-scripts || (echo rnn: npm is needed for the charts; install Node.js and run this again. 1>&2 & exit /b 6)
dotnet publish "%root%lib\RnnNotebooks" -c Release -r win-x64 --self-contained false -p:PublishReadyToRun=true -p:TorchSharpPackage=%torch% -o "%root%artifacts\lesson" --nologo -v quiet || (echo rnn: the teaching library does not build; the registry must serve %torch%. 1>&2 & exit /b 6)
dotnet publish "%root%lib\RnnNotebooks.Cli" -c Release -r win-x64 --self-contained false -p:PublishReadyToRun=true -o "%root%artifacts\cli" --nologo -v quiet || (echo rnn: the command line does not build; the messages are above. 1>&2 & exit /b 6)
exit /b 0
