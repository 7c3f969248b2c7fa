package io.chatledger.lab.chaos;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The flood, in a process of its own: its clients wait for each other too, and that is not what is measured. Some of them
 * always take breath; so they are more than the connections that are open. It lasts until its input ends; then it says
 * what it has met.
 */
public final class Flooding {

    private Flooding() {}

    /** @param args address of the application, and the access token of the greedy tenant */
    public static void main(String[] args) throws Exception {
        FloodClients clients = new FloodClients(URI.create(args[0]));
        release(clients, args[1]);
        System.out.println("flooding");
        System.in.transferTo(System.out);
        Map<String, Object> met =
                Map.of("count", clients.count(), "mostOpen", clients.mostOpen(), "answers", clients.answers());
        System.out.println(JsonMapper.shared().writeValueAsString(met));
        System.out.flush();
        clients.close();
    }

    private static void release(FloodClients clients, String greedy) {
        clients.start(Crowd.STRANGERS, Nuisance.unfinishedWebhook(), 1_100);
        clients.start(Crowd.STRANGERS, Nuisance.unfinishedLogin(), 220);
        clients.start(Crowd.STRANGERS, Nuisance.unfinishedHead(), 220);
        clients.start(Crowd.STRANGERS, Nuisance.undecodable(), 330);
        clients.start(Crowd.GREEDY, Nuisance.expensiveQuery(greedy), 264);
        clients.start(Crowd.GREEDY, Nuisance.halfReadExport(greedy), 66);
    }
}
