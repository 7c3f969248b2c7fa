package io.chatledger.app.parcel;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.parcel.ParcelFeature;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** In place of a line in the kernel's list. */
@Configuration(proxyBeanMethods = false)
@Profile("parcel")
class ParcelInTheList {

    @Bean
    Feature parcelFeature() {
        return new ParcelFeature();
    }
}
