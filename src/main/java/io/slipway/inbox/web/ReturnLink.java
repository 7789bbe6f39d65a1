package io.slipway.inbox.web;

import java.util.Optional;

import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a person came from, so that filters survive open, act and back. Addresses outside
 * the portal are refused by falling back to the task list.
 */
final class ReturnLink {

    static final String HOME = "/tasks";

    private ReturnLink() {
    }

    static String of(@Nullable String asked) {
        boolean ours = asked != null && asked.length() <= 500
                && asked.matches("/([A-Za-z0-9]([^%\\\\\\p{Cntrl}]|%[0-9A-Fa-f]{2})*)?") && !asked.contains("//");
        return ours ? asked : HOME;
    }

    static ModelAndView to(@Nullable String asked) {
        return redirect(of(asked));
    }

    /** Back to the task, which still knows where its reader came from. */
    static ModelAndView toTask(WorkItem item, @Nullable String asked) {
        return toTask(item, "", asked);
    }

    /**
     * Back to the task, which still knows where its reader came from.
     * @param part the part of its form; empty for the one that is to be filled in next
     */
    static ModelAndView toTask(WorkItem item, String part, @Nullable String asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/tasks/{id}")
            .queryParamIfPresent("part", Optional.of(part).filter((one) -> !one.isEmpty()));
        if (asked != null) {
            address.queryParam("return", "{return}");
            return redirect(address.encode().buildAndExpand(item.id(), of(asked)).toUriString());
        }
        return redirect(address.encode().buildAndExpand(item.id()).toUriString());
    }

    private static ModelAndView redirect(String address) {
        RedirectView view = new RedirectView(address, true, false);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

}
