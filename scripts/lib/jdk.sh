# Sourced, not run. use_jdk sets and exports JAVA_HOME to a JDK 25 or newer, or says what to install and fails.

NEEDED_JAVA=25

# Prints the major version of the JDK in folder $1; nothing where there is none.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1
  fi
}

jdk_new_enough() {
  jdk_found=$(jdk_major "$1")
  [ -n "$jdk_found" ] && [ "$jdk_found" -ge "$NEEDED_JAVA" ]
}

# Prints the home of the JDK whose javac is on the PATH.
jdk_on_path() {
  jdk_javac=$(command -v javac) || return 0
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null || printf '%s' "$jdk_javac")
  dirname "$(dirname "$jdk_javac")"
}

use_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_new_enough "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  for jdk_home in /usr/lib/jvm/* /opt/java* /opt/java/* "${HOME:-/root}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$(jdk_on_path)"; do
    if [ -n "$jdk_home" ] && jdk_new_enough "$jdk_home"; then
      JAVA_HOME=$jdk_home
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<EOF
ChatLedger needs a JDK $NEEDED_JAVA or newer and found none.
Install one, for instance Eclipse Temurin from https://adoptium.net (Debian: apt-get install temurin-25-jdk, with
Adoptium's repository; SDKMAN: sdk install java 25-tem), or point JAVA_HOME at yours.
EOF
  return 1
}
