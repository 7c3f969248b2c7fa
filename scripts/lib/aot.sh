# Sourced, not run; needs ROOT, JAVA_HOME and JAR. The JDK starts the application in half the time with what it has
# learned of it, in a cache that fits one jar, one JDK and one set of options. start_from_cache sets START to the jar to
# start and CACHE to the cache; where none fits, START is $JAR and CACHE empty, and one is made aside for the next time.

AOT=$ROOT/app/target/aot
STAMP=$AOT/stamp

# The serial collector leaves a small machine's cores to the work and to PostgreSQL; with a large young generation it
# seldom has to stop them. What lives through two collections lives long, so it is not copied to and fro again.
JVM_OPTIONS="-Xmx1g -Xmn320m -XX:+UseSerialGC -XX:MaxTenuringThreshold=1 -XX:+UseCompactObjectHeaders
  -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -Daxoniq.update-checker.disabled=true"

# What a cache is made for, besides the jar, whose time the stamp has.
made_for() {
  echo "$JVM_OPTIONS"
  cat "$JAVA_HOME/release" 2>/dev/null || echo "$JAVA_HOME"
}

# The stamp's first line is the folder of the cache; there is none in it where making it has failed.
cache_is_stale() {
  [ -f "$STAMP" ] || return 0
  [ -z "$(find "$JAR" -newer "$STAMP")$(find "$STAMP" -newer "$JAR")" ] || return 0
  [ "$(sed 1d "$STAMP")" != "$(made_for)" ]
}

start_from_cache() {
  START=$JAR
  CACHE=
  if cache_is_stale; then
    nice -n 19 sh "$ROOT/scripts/lib/make-aot-cache" "$ROOT" </dev/null >/dev/null 2>&1 &
    return 0
  fi
  cache_folder=$AOT/$(head -n 1 "$STAMP")
  if [ -f "$cache_folder/chatledger.aot" ] && [ -f "$cache_folder/chatledger.jar" ]; then
    START=$cache_folder/chatledger.jar
    CACHE=$cache_folder/chatledger.aot
  fi
}
