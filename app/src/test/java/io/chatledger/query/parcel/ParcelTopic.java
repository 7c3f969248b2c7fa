package io.chatledger.query.parcel;

import static io.chatledger.readmodel.parcel.ParcelTable.PARCEL;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import java.util.List;
import org.jooq.Table;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("parcel")
final class ParcelTopic implements ViewTopic {

    @Override
    public String name() {
        return "parcel";
    }

    @Override
    public Table<?> table() {
        return PARCEL;
    }

    @Override
    public String permission() {
        return "parcels.read";
    }

    @Override
    public List<String> signals(String id) {
        return List.of("parcels");
    }

    @Override
    public RowComparison comparison() {
        return RowComparison.of("parcel");
    }

    @Override
    public String page() {
        return "/panel/parcels";
    }
}
