@echo off
rem Starts Lathe; builds it first when that was not done yet or when sources are newer.
setlocal enabledelayedexpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "target=%home%\app\target"

set "jdk="
for %%D in ("%JAVA_HOME%") do call :check "%%~D"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%USERPROFILE%\.jdks\*") do call :check "%%~D"
if not defined jdk (
    echo lathe: Cannot start: no JDK 25 or newer was found; install one, or set JAVA_HOME to it 1>&2
    exit /b 1
)

set "stale="
if not exist "%target%\lathe.stamp" set "stale=1"
if not defined stale for /f %%N in ('powershell -NoProfile -Command "$s=(Get-Item '%target%\lathe.stamp').LastWriteTime; @(Get-ChildItem '%home%\pom.xml','%home%\app*\src\main','%home%\app*\*\src\main','%home%\resources\src\main' -Recurse -File | Where-Object LastWriteTime -gt $s).Count"') do if not "%%N"=="0" set "stale=1"
if defined stale (
    where mvn >nul 2>nul || (
        echo lathe: Cannot build: Maven is not installed; install it ^(the command is mvn^) and try again 1>&2
        exit /b 1
    )
    echo lathe: building ^(first use, or sources have changed^)... 1>&2
    pushd "%home%"
    call mvn -q -B -DskipTests package 1>&2 || (
        echo lathe: Cannot build: Maven failed, see above; "mvn package" shows more 1>&2
        popd
        exit /b 1
    )
    popd
    if exist "%target%\lathe.aot" del "%target%\lathe.aot"
    type nul > "%target%\lathe.stamp"
)

set "aot="
if exist "%target%\lathe.aot" set aot=-XX:AOTCache="%target%\lathe.aot" -Xlog:aot=off -Xlog:cds=off
"%jdk%\bin\java" -Dlathe.home="%home%" %aot% @"%target%\java.args" dev.lathe.app.Main %*
exit /b %ERRORLEVEL%

:check
if defined jdk exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b JAVA_VERSION= "%~1\release" 2^>nul') do (
    set "version=%%~V"
    set "version=!version:"=!"
    if !version! geq 25 set "jdk=%~1"
)
exit /b
