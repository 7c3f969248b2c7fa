package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** A remark that only the team sees. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Note(String id, String text, AuthorView author, Instant at) {}
