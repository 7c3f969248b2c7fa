# Sourced, not run; needs ROOT and JAVA_HOME. build_if_stale makes $JAR unless it is newer than all it is made of.

JAR=$ROOT/app/target/chatledger.jar

jar_is_stale() {
  [ -f "$JAR" ] || return 0
  # folders count too: their time changes when a file is removed
  [ -n "$(cd "$ROOT" && find pom.xml .mvn ./*/pom.xml ./*/src/main ./*/src/build -newer "$JAR" 2>/dev/null | head -n 1)" ]
}

build_if_stale() {
  jar_is_stale || return 0
  mkdir -p "$ROOT/target" || return 1
  build_log=$ROOT/target/build.log
  echo "Building ChatLedger; the first time this downloads what it needs and takes a few minutes (log: $build_log)" >&2
  : >"$ROOT/target/build.started"
  if ! (cd "$ROOT" && ./mvnw -q -pl app -am -Dmaven.test.skip=true package) >"$build_log" 2>&1; then
    cat "$build_log" >&2
    echo "The build failed." >&2
    return 1
  fi
  if [ ! -f "$JAR" ]; then
    echo "The build made no $JAR." >&2
    return 1
  fi
  touch -r "$ROOT/target/build.started" "$JAR"
}
