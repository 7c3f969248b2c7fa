package io.chatledger.command.secret;

import java.util.Optional;
import javax.crypto.SecretKey;

/** What is known of a person's key: empty once it is destroyed. */
record Held(Optional<SecretKey> key) {}
