package cn.dangjian.dues.paper.naming;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What dues reads of the answer. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Named(List<Name> names) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Name(long member, String name) {}

    /** Never in a log. */
    @Override
    public String toString() {
        return "Named[]";
    }
}
