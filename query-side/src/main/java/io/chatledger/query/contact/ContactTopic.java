package io.chatledger.query.contact;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.springframework.stereotype.Component;

@Component
final class ContactTopic implements ViewTopic {

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public Table<?> table() {
        return CONTACT_VIEW;
    }

    @Override
    public String permission() {
        return "contacts.read";
    }

    @Override
    public List<String> signals(String id) {
        return List.of("contacts");
    }

    @Override
    public Set<String> hidden() {
        return Set.of("search");
    }

    @Override
    public RowComparison comparison() {
        return RowComparison.of("contact");
    }
}
