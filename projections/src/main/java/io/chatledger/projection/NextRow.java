package io.chatledger.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event makes of a row that it touches.
 *
 * @param row as it is now; null where there is none any more
 * @param added rows beside it, for good: no event touches them again
 */
public record NextRow<R>(@Nullable R row, List<R> added) {}
