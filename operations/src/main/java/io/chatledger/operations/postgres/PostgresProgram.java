package io.chatledger.operations.postgres;

import io.chatledger.kernel.problem.StartupFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's programs and the user that they run as here, for one data folder. */
record PostgresProgram(DataFolder folder, Programs programs, RunAs runAs) {

    private static final Path REACHABLE_BY_ALL = Path.of("/var/lib/chatledger");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** @throws StartupFailure if this user can run them in no way */
    static PostgresProgram find(DataFolder folder) {
        Programs programs = Programs.unpack(folder.programs());
        Optional<RunAs> found = RunAs.find(folder, programs);
        if (found.isEmpty() && Files.isWritable(REACHABLE_BY_ALL.getParent())) {
            // root without user namespaces and a data folder that only root can reach
            programs = Programs.unpack(REACHABLE_BY_ALL);
            found = RunAs.find(folder, programs);
        }
        return new PostgresProgram(folder, programs, found.orElseThrow(() -> RunAs.impossible(folder)));
    }

    /** Starts a server that writes to the folder's log; it takes connections some time later. */
    Process serve(int port, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // out of the terminal's reach: Ctrl-C is for the application, which then stops PostgreSQL
            command.add(SETSID.toString());
        }
        List<String> arguments = new ArrayList<>(List.of("-D", folder.cluster().toString()));
        arguments.addAll(ServerSettings.arguments(folder, port, settings));
        command.addAll(postgres(arguments));
        return new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
    }

    /** Runs the program in another way, while no server does. */
    Process alone(List<String> arguments) throws IOException {
        return new ProcessBuilder(postgres(arguments))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .start();
    }

    private List<String> postgres(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(programs.path("postgres")));
        command.addAll(arguments);
        return runAs.command(command);
    }
}
