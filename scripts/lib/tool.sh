# Sourced, not run; needs ROOT. run_tool CLASS ARGUMENTS starts one of the main classes beside the application's,
# run_lab CLASS ARGUMENTS one of the lab's, whose classes the product's loader finds beside the product.

. "$ROOT/scripts/lib/jdk.sh"
. "$ROOT/scripts/lib/build.sh"

run_tool() {
  use_jdk || exit 1
  build_if_stale || exit 1
  start "$@"
}

run_lab() {
  use_jdk || exit 1
  build_lab_if_stale || exit 1
  CHATLEDGER_JAVA_OPTS="-Dloader.path=$LAB,$RIG ${CHATLEDGER_JAVA_OPTS:-}"
  start "$@"
}

start() { # CLASS ARGUMENTS
  export AXONIQ_UPDATE_CHECKER_DISABLED=true
  tool=$1
  shift
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" \
    -Xmx1g -Xmn320m -XX:+UseSerialGC -XX:MaxTenuringThreshold=1 -XX:+UseCompactObjectHeaders \
    --enable-native-access=ALL-UNNAMED -Daxoniq.update-checker.disabled=true \
    ${CHATLEDGER_JAVA_OPTS:-} \
    -Dloader.main="$tool" \
    -cp "$JAR" org.springframework.boot.loader.launch.PropertiesLauncher "$@"
}
