package io.slipway.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.input.NotFoundException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import io.slipway.workflow.WorkItems;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds the open tasks of the reader and of the reader's groups by the beginnings of
 * words. Who has no tasks finds none here; an id leads to the task's page, which says
 * itself who may see it.
 */
@Component
@Order(3)
class TaskFinder implements Finder {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final WorkItemSearch search;

    private final WorkItems items;

    TaskFinder(WorkItemSearch search, WorkItems items) {
        this.search = search;
        this.items = items;
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public String icon() {
        return "checkbox";
    }

    @Override
    public Optional<String> exact(String text) {
        if (!ID.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(address(this.items.get(text)));
        }
        catch (NotFoundException ex) {
            return Optional.empty();
        }
    }

    @Override
    public SearchGroup find(String text) {
        Map<String, WorkItem> found = new LinkedHashMap<>();
        for (WorkItemView view : List.of(WorkItemView.MINE, WorkItemView.MY_GROUPS)) {
            this.search.list(new WorkItemQuery(view, text, null, null, null), ZoneOffset.UTC)
                .rows()
                .forEach((item) -> found.putIfAbsent(item.id(), item));
        }
        return SearchGroup.of(this, text, hits(found.values()), "/tasks?view=my-groups");
    }

    private static List<SearchHit> hits(Collection<WorkItem> items) {
        List<SearchHit> hits = new ArrayList<>();
        items.forEach(
                (item) -> hits.add(new SearchHit(item.businessKey(), item.stepName(), item.subject(), address(item))));
        return hits;
    }

    private static String address(WorkItem item) {
        return "/tasks/" + item.id();
    }

}
