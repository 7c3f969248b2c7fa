package io.chatledger.lab.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param scenarios names; all where there is none
 * @param hold how long a transaction is held open
 */
record Options(List<String> scenarios, boolean quick, Duration hold, Sabotage sabotage) {

    private static final Duration LONG = Duration.ofSeconds(70);
    private static final Duration SHORT = Duration.ofSeconds(14); // longer than an append waits for the head

    static Options parse(List<String> arguments) {
        List<String> scenarios = new ArrayList<>();
        boolean quick = arguments.contains("--quick");
        Duration hold = quick ? SHORT : LONG;
        Sabotage sabotage = Sabotage.NONE;
        for (String argument : arguments) {
            if (argument.startsWith("--hold=")) {
                hold = Duration.ofSeconds(Long.parseLong(argument.substring("--hold=".length())));
            } else if (argument.startsWith("--sabotage=")) {
                sabotage = Sabotage.valueOf(
                        argument.substring("--sabotage=".length()).toUpperCase(java.util.Locale.ROOT));
            } else if (!argument.startsWith("--")) {
                scenarios.add(argument);
            } else if (!argument.equals("--quick")) {
                throw new IllegalArgumentException("there is no option " + argument);
            }
        }
        return new Options(scenarios, quick, hold, sabotage);
    }

    Duration seconds(int usual, int ifQuick) {
        return Duration.ofSeconds(quick ? ifQuick : usual);
    }
}
