package io.slipway.ui.form;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a picker lists while somebody types, page by page.
 */
@Controller
class PickController {

    private final Picks picks;

    PickController(Picks picks) {
        this.picks = picks;
    }

    @GetMapping("/pick/{kind}")
    String find(@PathVariable String kind, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("page", this.picks.find(kind, FormText.filter(q), FormText.filter(from)));
        return "fragments/picker :: options";
    }

}
