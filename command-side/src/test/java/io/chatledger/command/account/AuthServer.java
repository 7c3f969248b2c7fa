package io.chatledger.command.account;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.command.Commands;
import io.chatledger.command.account.session.AccessTokenDecoder;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.command.account.session.SigningKey;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.command.request.ApiCommands;
import io.chatledger.command.request.RequestConfiguration;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.rig.StoreDatabase;
import io.chatledger.vault.BlindIndex;
import io.chatledger.vault.MasterKey;
import io.chatledger.vault.PersonKeys;
import io.chatledger.vault.SecretVault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Signing in and out over HTTP: everything real, but that events are kept in memory and problems told briefly. */
final class AuthServer implements AutoCloseable {

    Instant now = Instant.now();

    private @Nullable CommandSide side;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @RestControllerAdvice
    static class Refusals {
        @ExceptionHandler
        ResponseEntity<Map<String, Object>> refused(DomainProblem problem) {
            return ResponseEntity.status(problem.kind().status())
                    .body(Map.of("code", problem.code(), "details", problem.details()));
        }

        @ExceptionHandler
        ResponseEntity<Map<String, Object>> invalid(MethodArgumentNotValidException invalid) {
            Object field =
                    invalid.getBindingResult().getFieldErrors().getFirst().getField();
            return ResponseEntity.badRequest().body(Map.of("code", "invalid-request", "field", field));
        }
    }

    AuthServer(String publicUrl) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("chatledger.public-url", publicUrl)));
        context.register(
                RequestConfiguration.class,
                AuthApi.class,
                SignUp.class,
                PasswordPolicy.class,
                SignIn.class,
                LoginAttempts.class,
                KnownDevices.class,
                SessionRegister.class,
                AccessTokenDecoder.class,
                ClaimIndex.class,
                Sessions.class,
                RecordedSessions.class,
                SessionPlaces.class,
                AccountSessionApi.class,
                SessionCookies.class,
                Credentials.class,
                AccessTokens.class,
                RefreshTokens.class,
                SigningKey.class,
                SecretVault.class,
                ApiCommands.class);
        context.registerBean(Aggregates.class, () -> new Aggregates());
        context.registerBean(Commands.class, () -> side().commands());
        context.registerBean(
                PersonalDataSeals.class,
                () -> new PersonKeys(StoreDatabase.shared(), MasterKey.of(new byte[32]), () -> now));
        context.registerBean(BlindIndex.class, () -> CommandSide.KEYS);
        context.registerBean(EventPositions.class, () -> () -> side().events().size());
        context.registerBean(InstantSource.class, () -> () -> now);
        context.registerBean(MasterKey.class, () -> MasterKey.of(new byte[32]));
        context.registerBean("storeDataSource", DataSource.class, StoreDatabase::shared);
        context.registerBean("sessionDataSource", DataSource.class, StoreDatabase::shared);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.refresh();
    }

    /** Made when it is first asked for, as it needs the modules and the controllers need it. */
    private CommandSide side() {
        CommandSide made = side;
        if (made == null) {
            made = new CommandSide(
                    new AccountConfiguration(new Aggregates()), context.getBean(RequestConfiguration.class));
            side = made;
        }
        return made;
    }

    SessionRegister sessions() {
        return context.getBean(SessionRegister.class);
    }

    LoginAttempts attempts() {
        return context.getBean(LoginAttempts.class);
    }

    MockMvc http() {
        return MockMvcBuilders.standaloneSetup(context.getBean(AuthApi.class))
                .setControllerAdvice(new Refusals())
                .build();
    }

    /** A registration of a company that nobody has registered yet. */
    static Map<String, Object> company() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return Map.of(
                "company",
                "Acme " + unique,
                "slug",
                "acme-" + unique,
                "email",
                "Maria-" + unique + "@acme.example",
                "password",
                "correct horse",
                "firstName",
                "Maria",
                "lastName",
                "Soto");
    }

    @Override
    public void close() {
        side().close();
        context.close();
    }
}
