package io.chatledger.query.panel;

import io.chatledger.query.Past;
import java.util.List;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Whoever looks at the past stays there: every link of a page to another says of which time. */
final class LinksToThePast extends StandardLinkBuilder {

    private static final String PAGES = "/panel";
    /** Files; what the installation has of its own, which has no past; the history, which is about all times. */
    private static final List<String> OTHERS = List.of("/panel/assets/", "/panel/admin/", "/panel/audit");

    @Override
    protected String processLink(IExpressionContext context, String link) {
        boolean page = link.startsWith(PAGES) && OTHERS.stream().noneMatch(link::startsWith);
        return super.processLink(context, page ? dated(link) : link);
    }

    /** The same link, to the time that is looked at. */
    static String dated(String link) {
        Past past = Past.current();
        return past == null ? link : link + (link.contains("?") ? "&" : "?") + past.parameter() + "=" + past.value();
    }
}
