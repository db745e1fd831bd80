# Sets up and opens the desk on Windows 10 or 11 (PowerShell 5.1 or newer). Not tested yet: see README.md.
#   .\installers\windows\setup.ps1            set up and open
#   .\installers\windows\setup.ps1 -Test      set up and run the tests
# Windows has the Chinese fonts that the papers need (SimSun, FangSong, KaiTi, SimHei); none are fetched.
# Qt 6 does not run on Windows 7.
param([switch]$Test)
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

$version = $null
foreach ($candidate in "3.13", "3.12", "3.11") {
    & py "-$candidate" -c "import venv" 2>$null
    if ($LASTEXITCODE -eq 0) { $version = $candidate; break }
}
if (-not $version) { throw "Install Python 3.11, 3.12 or 3.13 (64 bit) with the 'py' launcher first." }

& py "-$version" -m installers.bootstrap --only environment
if ($LASTEXITCODE -ne 0) { exit 1 }
if ($Test) {
    & .venv\Scripts\python.exe -m pytest -q -n 2
} else {
    & .venv\Scripts\desk-app.exe
}
exit $LASTEXITCODE
