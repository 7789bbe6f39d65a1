package io.slipway.search;

import java.util.List;
import java.util.Optional;

import io.slipway.ui.form.FormText;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Searches everything: as a page, from which an exact key leads on at once, and as what
 * the palette lists while somebody types. Tells the keys of the keyboard too.
 */
@Controller
class SearchController {

    private final OneSearch search;

    SearchController(OneSearch search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        String text = FormText.filter(q);
        Optional<String> exact = text.isEmpty() ? Optional.empty() : this.search.exact(text);
        if (exact.isPresent()) {
            return "redirect:" + exact.get();
        }
        show(text, model);
        return "search/search";
    }

    @GetMapping("/search/palette")
    String palette(@RequestParam(defaultValue = "") String q, Model model) {
        show(FormText.filter(q), model);
        return "search/_palette :: results";
    }

    @GetMapping("/keys")
    String keys() {
        return "search/keys";
    }

    /** The same for the dialog over another page. */
    @GetMapping("/keys/sheet")
    String sheet() {
        return "search/_keys :: keys";
    }

    private void show(String text, Model model) {
        List<SearchGroup> groups = this.search.find(text);
        model.addAttribute("text", text);
        model.addAttribute("groups", groups);
        model.addAttribute("found", groups.stream().mapToInt((group) -> group.hits().size()).sum());
    }

}
