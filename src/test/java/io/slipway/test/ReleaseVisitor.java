package io.slipway.test;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody signed in who registers releases and does their steps over HTTP.
 */
public final class ReleaseVisitor {

    /** When planned releases start, UTC. */
    public static final LocalDateTime START = LocalDate.now(ZoneOffset.UTC).plusDays(12).atTime(6, 0);

    private final Visitor visitor;

    public ReleaseVisitor(int port, String userName) {
        this.visitor = new Visitor(port).signIn(userName);
    }

    public Visitor visitor() {
        return this.visitor;
    }

    public Document page(String path) {
        return this.visitor.page(path);
    }

    public int status(String path) {
        return this.visitor.get(path).statusCode();
    }

    public HttpResponse<String> register(String key, String name) {
        return register(key, name, "Card payments");
    }

    public HttpResponse<String> register(String key, String name, String services) {
        this.visitor.get("/releases/new");
        return this.visitor.post("/releases/new", "key", key, "name", name, "type", "MAJOR", "model", "PHASED",
                "otherServices", services, "copyOf", "");
    }

    /** The address of the release's task of that name, as soon as it is there. */
    public String task(String key, String name) {
        return Awaitility.await().until(() -> {
            for (Element link : page("/releases/" + key + "/plan").select(".next-list a")) {
                if (link.text().equals(name)) {
                    return link.attr("href").replaceAll("[?].*", "");
                }
            }
            return "";
        }, (address) -> !address.isEmpty());
    }

    public HttpResponse<String> plan(String task, String outcome, String... changes) {
        List<String> fields = new ArrayList<>(List.of("name", "Cards", "type", "MINOR", "model", "PHASED", "scope",
                "Card tokens", "otherServices", "Card payments", "plannedStart", START.toString(), "plannedEnd",
                START.plusHours(2).toString(), "rollbackCriteria", "More than 0.5 % failed payments", "rollbackPlan",
                "Switch back to the former version", "communicationPlan", "Mail to all shops two days before",
                "supportDays", "14", "approvers", "stakeholder", "outcome", outcome));
        for (int i = 0; i < changes.length; i += 2) {
            int at = fields.indexOf(changes[i]);
            if (at >= 0) {
                fields.set(at + 1, changes[i + 1]);
            }
            else {
                fields.addAll(List.of(changes[i], changes[i + 1]));
            }
        }
        if (!fields.contains("version")) {
            Element version = page(task).selectFirst("input[name=version]");
            fields.addAll(List.of("version", (version != null) ? version.attr("value") : ""));
        }
        return this.visitor.post(task, fields.toArray(String[]::new));
    }

    public HttpResponse<String> submit(String task, String... fields) {
        this.visitor.get(task);
        return this.visitor.post(task, fields);
    }

}
