package io.chatledger.query.panel;

import io.chatledger.query.Past;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Whoever looks at the past stays there: every link to a page that has one says of which time. */
public final class LinksToThePast extends StandardLinkBuilder {

    private static final String FILES = "/panel/assets/";

    private final PanelSections sections;

    LinksToThePast(PanelSections sections) {
        this.sections = sections;
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        boolean page = !link.startsWith(FILES) && sections.havePast(link);
        return super.processLink(context, page ? dated(link) : link);
    }

    /** The same link, to the time that is looked at. */
    public static String dated(String link) {
        Past past = Past.current();
        return past == null ? link : link + (link.contains("?") ? "&" : "?") + past.parameter() + "=" + past.value();
    }
}
