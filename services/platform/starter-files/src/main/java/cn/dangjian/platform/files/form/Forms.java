package cn.dangjian.platform.files.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All sorts of files that a service takes. */
public class Forms {

    private final Map<String, Form> forms = new TreeMap<>();

    public Forms(List<Form> all) {
        for (var form : all) {
            if (forms.put(form.what(), form) != null) throw new IllegalStateException("Two forms " + form.what());
        }
    }

    public Optional<Form> find(String what) {
        return Optional.ofNullable(forms.get(what));
    }

    public Form get(String what) {
        return find(what).orElseThrow(() -> new IllegalStateException("No form for " + what));
    }

    /** In the order of their names. */
    public Collection<Form> all() {
        return forms.values();
    }
}
