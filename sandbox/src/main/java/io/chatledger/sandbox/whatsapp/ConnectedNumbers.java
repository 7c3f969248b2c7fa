package io.chatledger.sandbox.whatsapp;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;

import io.chatledger.sandbox.OnlyInSandbox;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The business numbers that companies of this installation have connected: to whom else should the phone write? The
 * sandbox's own memory ends with the process; what is connected does not.
 */
@Component
@OnlyInSandbox
class ConnectedNumbers {

    private final Optional<DSLContext> database;

    ConnectedNumbers(@Qualifier("projectionDataSource") ObjectProvider<DataSource> source) {
        this.database = Optional.ofNullable(source.getIfAvailable())
                .map(available -> DSL.using(available, SQLDialect.POSTGRES));
    }

    /** Last connected first; empty where this process has no read models to ask. */
    Optional<List<SandboxNumber>> all() {
        return database.map(ConnectedNumbers::read);
    }

    private static List<SandboxNumber> read(DSLContext database) {
        return database.selectFrom(CHANNEL_VIEW)
                .where(CHANNEL_VIEW.PROVIDER.eq("cloud_api"))
                .and(CHANNEL_VIEW.DISCONNECTED_AT.isNull())
                .orderBy(CHANNEL_VIEW.CONNECTED_AT.desc())
                .limit(50)
                .fetch(row -> new SandboxNumber(
                        row.getPhoneNumberId(),
                        Optional.ofNullable(row.getDisplayPhoneNumber()).orElse(row.getPhoneNumberId()),
                        Optional.ofNullable(row.getWabaId()).orElse(SandboxNumber.WABA_ID)));
    }
}
