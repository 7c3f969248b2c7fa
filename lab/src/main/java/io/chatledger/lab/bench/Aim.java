package io.chatledger.lab.bench;

import tools.jackson.databind.JsonNode;

/**
 * What a benchmark's figure is to be. Ratios, and not what one machine happens to do, wherever there is something to
 * compare with.
 *
 * @param figure as it is named in the benchmark's last line
 * @param bound in the figure's own unit; 1 stands for true
 */
record Aim(String figure, Side side, double bound) {

    enum Side {
        at_least,
        at_most
    }

    static Aim atLeast(String figure, double bound) {
        return new Aim(figure, Side.at_least, bound);
    }

    static Aim atMost(String figure, double bound) {
        return new Aim(figure, Side.at_most, bound);
    }

    static Aim isTrue(String figure) {
        return atLeast(figure, 1);
    }

    /** What was not measured is not met. */
    boolean isMet(JsonNode figures) {
        JsonNode measured = figures.path(figure);
        if (measured.isBoolean()) {
            return measured.asBoolean();
        }
        return measured.isNumber()
                && (side == Side.at_least ? measured.asDouble() >= bound : measured.asDouble() <= bound);
    }

    /** One line, such as {@code MISSED p99Millis 61.2, at most 50}. */
    String verdict(JsonNode figures) {
        JsonNode measured = figures.path(figure);
        String wanted = measured.isBoolean() ? "true" : side.name().replace('_', ' ') + " " + number(bound);
        String found = measured.isNumber()
                ? number(measured.asDouble())
                : measured.isBoolean() ? measured.asString() : "not measured";
        return (isMet(figures) ? "met    " : "MISSED ") + figure + " " + found + ", " + wanted;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
