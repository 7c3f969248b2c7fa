package io.chatledger.operations.backup;

import io.chatledger.command.contact.RepeatedErasures;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups of the embedded database, where a folder is named for them. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    private static final String ARCHIVER =
            "select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) from pg_stat_archiver";

    @Bean
    ErasuresAgain erasuresAgain(@Value("${chatledger.data-dir:}") String dataDir, RepeatedErasures erasures) {
        return new ErasuresAgain(Path.of(dataDir), erasures);
    }

    /** Whether there are to be backups. */
    static final class FolderGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("chatledger.backup-dir", "")
                    .isBlank();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(FolderGiven.class)
    static class Scheduled {

        @Bean
        BackupFolder backupFolder(@Value("${chatledger.backup-dir:}") String folder) {
            return new BackupFolder(Path.of(folder).toAbsolutePath());
        }

        @Bean
        ErasureLedger erasureLedger(BackupFolder folder) {
            return new ErasureLedger(folder);
        }

        @Bean
        BackupSchedule backupSchedule(
                BackupFolder folder,
                @Value("${chatledger.database.url}") String url,
                @Value("${chatledger.database.username}") String username,
                @Value("${chatledger.database.password}") String password) {
            BackupRun run = new BackupRun(folder, Retention.USUAL, Clock.systemUTC());
            return new BackupSchedule(() -> run.carryOut(url, username, password), Retention.USUAL);
        }

        /** A failing archive fills the disk one day; work goes on until then. */
        @Bean
        HealthIndicator backupHealthIndicator(BackupSchedule schedule, @Qualifier("storeDataSource") DataSource store) {
            JdbcClient database = JdbcClient.create(store);
            return () -> {
                Health.Builder health = Health.up().withDetail("lastBackup", String.valueOf(schedule.lastBackup()));
                if (schedule.failure() != null) {
                    health.withDetail("failure", schedule.failure());
                }
                return health.withDetail(
                                "archiving",
                                database.sql(ARCHIVER).query(Boolean.class).single() ? "failing" : "working")
                        .build();
            };
        }
    }
}
