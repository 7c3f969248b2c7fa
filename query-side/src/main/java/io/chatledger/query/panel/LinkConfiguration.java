package io.chatledger.query.panel;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** How pages name each other. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    LinkConfiguration(SpringTemplateEngine engine, PanelSections sections) {
        engine.setLinkBuilder(new LinksToThePast(sections));
    }
}
