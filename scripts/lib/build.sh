# Sourced, not run; needs ROOT, and to build JAVA_HOME. build_if_stale makes $JAR unless it is newer than all it is made of,
# build_lab_if_stale the lab's jars too, which are put beside it.

JAR=$ROOT/app/target/chatledger.jar
LAB=$ROOT/lab/target/chatledger-lab.jar
RIG=$ROOT/test-rig/target/chatledger-test-rig.jar

# Whether anything in PLACES... is newer than FILE; folders count too: their time changes when a file is removed.
is_older() { # FILE PLACES...
  file=$1
  shift
  [ -f "$file" ] || return 0
  [ -n "$(cd "$ROOT" && find "$@" -newer "$file" ! -path './lab/*' ! -path './test-rig/*' 2>/dev/null | head -n 1)" ]
}

# Maven leaves what it once made of a file that has moved or gone; classes, pages and texts would be found twice.
forget_what_moved() {
  listed=$ROOT/target/sources.txt
  mkdir -p "$ROOT/target" || return 1
  (cd "$ROOT" && find ./*/src -type f | LC_ALL=C sort) >"$listed.now" || return 1
  if [ ! -f "$listed" ] || LC_ALL=C comm -23 "$listed" "$listed.now" | grep -q .; then
    rm -rf "$ROOT"/*/target/classes "$ROOT"/*/target/test-classes || return 1
  fi
  mv "$listed.now" "$listed"
}

jar_is_stale() {
  is_older "$JAR" pom.xml .mvn ./*/pom.xml ./*/src/main ./*/src/build
}

lab_is_stale() {
  jar_is_stale || [ ! -f "$RIG" ] || is_older "$LAB" "$JAR" lab/pom.xml lab/src/main test-rig/pom.xml test-rig/src/main
}

build() { # MODULE JAR...
  module=$1
  shift
  mkdir -p "$ROOT/target" || return 1
  build_log=$ROOT/target/build.log
  echo "Building ChatLedger; the first time this downloads what it needs and takes a few minutes (log: $build_log)" >&2
  : >"$ROOT/target/build.started"
  forget_what_moved || return 1
  if ! (cd "$ROOT" && ./mvnw -q -pl "$module" -am -Dmaven.test.skip=true package) >"$build_log" 2>&1; then
    cat "$build_log" >&2
    echo "The build failed." >&2
    return 1
  fi
  for made in "$@"; do
    if [ ! -f "$made" ]; then
      echo "The build made no $made." >&2
      return 1
    fi
    touch -r "$ROOT/target/build.started" "$made"
  done
}

build_if_stale() {
  jar_is_stale || return 0
  build app "$JAR"
}

build_lab_if_stale() {
  lab_is_stale || return 0
  build lab "$JAR" "$LAB" "$RIG"
}
