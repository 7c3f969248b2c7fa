package io.chatledger.query.panel.parcel;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.parcel.ParcelQueries;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@Profile("parcel")
class ParcelPages {

    private final ParcelQueries parcels;

    ParcelPages(ParcelQueries parcels) {
        this.parcels = parcels;
    }

    @GetMapping("/panel/parcels")
    String parcels(Caller caller, Model model) {
        caller.require("parcels.read");
        model.addAttribute("parcels", parcels.all(caller.tenant()));
        return "panel/parcel/parcels";
    }
}
