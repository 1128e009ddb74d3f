package cn.dangjian.organization.files.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All sorts of files. */
@Component
public class Forms {

    private final Map<Form.What, Form> forms = new EnumMap<>(Form.What.class);

    Forms(List<Form> all) {
        all.forEach(form -> forms.put(form.what(), form));
        for (var what : Form.What.values()) get(what);
    }

    public Form get(Form.What what) {
        var form = forms.get(what);
        if (form == null) throw new IllegalStateException("No form for " + what);
        return form;
    }
}
