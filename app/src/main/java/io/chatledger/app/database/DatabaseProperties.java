package io.chatledger.app.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data is; the embedded PostgreSQL fills it in where nobody else does.
 *
 * @param url JDBC URL of a PostgreSQL 15 or newer
 */
@ConfigurationProperties("chatledger.database")
record DatabaseProperties(
        String url, String username, @Nullable String password) {}
