# Tries the zip for laptops on Windows: packaging/trial.ps1 ZIP. With administrator's rights the network is refused to it.
param([Parameter(Mandatory)] [string] $Zip)
$ErrorActionPreference = "Stop"

$folder = Join-Path ([IO.Path]::GetTempPath()) "raadsbrief proef"
Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
Expand-Archive $Zip $folder
$program = Join-Path $folder "raadsbrief\raadsbrief.exe"
$commands = Join-Path $folder "raadsbrief\raadsbrief-opdracht.exe"

$expected = (Get-Content "$Zip.sha256").Split(" ")[0]
if ((Get-FileHash $Zip -Algorithm SHA256).Hash -ne $expected) { throw "het controlegetal van de zip klopt niet" }

$user = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
$administrator = $user.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
if ($administrator) {
    foreach ($each in $program, $commands) {
        New-NetFirewallRule -DisplayName "Raadsbrief proef" -Direction Outbound -Action Block -Program $each | Out-Null
    }
}

function Invoke-Trial([string] $Words, [string] $Path, [string[]] $Arguments) {
    $done = Start-Process $Path $Arguments -Wait -PassThru -NoNewWindow -WorkingDirectory $folder
    if ($done.ExitCode) { throw "FOUT  $Words (uitkomst $($done.ExitCode))" }
    Write-Output "goed  $Words"
}

$env:PATH = "$env:SystemRoot\System32"
$env:RAADSBRIEF_MAP = Join-Path $folder "gegevens"
try {
    Invoke-Trial "de proef op alle onderdelen" $commands "--smoke"
    Invoke-Trial "het programma met een venster" $program "--smoke"
    Invoke-Trial "de voorbeeldbrieven" $commands "voorbeeld", "voorbeelden", "--zonder-venster"
    Invoke-Trial "een PDF" $commands "maak", "voorbeelden\bernheze.raadsbrief", "-o", "brief.pdf"
    Invoke-Trial "de bibliotheek heeft geen fouten" $commands "bibliotheek", "controleer", "--peildatum", "2024-12-10"
    Invoke-Trial "koppelen" $commands "--koppel"
    $start = (Get-ItemProperty "HKCU:\Software\Classes\Raadsbrief.Brief\shell\open\command")."(default)"
    if ($start -notlike '"*\raadsbrief proef\raadsbrief\raadsbrief.exe" "%1"') { throw "FOUT  de koppeling start iets anders: $start" }
    Invoke-Trial "ontkoppelen" $commands "--ontkoppel"
    if (Test-Path "HKCU:\Software\Classes\Raadsbrief.Brief") { throw "FOUT  de koppeling is er nog" }
} finally {
    if ($administrator) { Remove-NetFirewallRule -DisplayName "Raadsbrief proef" }
}
