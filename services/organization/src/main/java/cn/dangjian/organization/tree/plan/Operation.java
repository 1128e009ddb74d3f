package cn.dangjian.organization.tree.plan;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.Stripped;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What shall be done to the tree (ORG-02). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Operation.Establish.class, name = "ESTABLISH"),
    @JsonSubTypes.Type(value = Operation.Rename.class, name = "RENAME"),
    @JsonSubTypes.Type(value = Operation.Regrade.class, name = "REGRADE"),
    @JsonSubTypes.Type(value = Operation.Move.class, name = "MOVE"),
    @JsonSubTypes.Type(value = Operation.Merge.class, name = "MERGE"),
    @JsonSubTypes.Type(value = Operation.Split.class, name = "SPLIT"),
    @JsonSubTypes.Type(value = Operation.Abolish.class, name = "ABOLISH"),
    @JsonSubTypes.Type(value = Operation.Supervise.class, name = "SUPERVISE"),
    @JsonSubTypes.Type(value = Operation.Release.class, name = "RELEASE"),
})
public sealed interface Operation {

    /** The units that must exist for it, the one that it is about first. */
    List<UnitId> concerned();

    /** The units that come of it. */
    default Stream<NewUnit> newUnits() {
        return Stream.of();
    }

    /**
     * A unit that does not exist yet.
     *
     * @param kind needed only where the code does not say it
     * @param until the planned last day, of kinds that are temporary and of no others
     */
    record NewUnit(
            @NotNull @Size(max = 32) @Pattern(regexp = "[0-9A-Za-z-]+")
            String code,

            @Stripped @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String kind,
            @Nullable LocalDate until) {}

    /**
     * 设立.
     *
     * @param under the code of a unit that is proposed too, directly below which it will be; the parent is then the one above
     *     that exists. Null if it will be directly below its parent
     */
    record Establish(
            @NotNull UnitId parent,
            @NotNull @Valid NewUnit unit,

            @Nullable @Size(max = 32) @Pattern(regexp = "[0-9A-Za-z-]+")
            String under)
            implements Operation {
        @Override
        public Stream<NewUnit> newUnits() {
            return Stream.of(unit);
        }

        @Override
        public List<UnitId> concerned() {
            return List.of(parent);
        }
    }

    /** 更名. */
    record Rename(
            @NotNull UnitId unit,
            @Stripped @NotBlank @Size(max = 100) String name) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return List.of(unit);
        }
    }

    /** 升格, 降格: the same unit as an organisation of another kind. */
    record Regrade(
            @NotNull UnitId unit, @NotBlank @Size(max = 40) String kind) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return List.of(unit);
        }
    }

    /** 改隶: with all that is below it. */
    record Move(@NotNull UnitId unit, @NotNull UnitId parent) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return List.of(unit, parent);
        }
    }

    /** 合并: units end, and all that is below them comes under one that exists. */
    record Merge(
            @NotEmpty @Size(max = 100) List<@NotNull UnitId> units,
            @NotNull UnitId into) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return Stream.concat(Stream.of(into), units.stream()).toList();
        }
    }

    /**
     * 分设: new units beside one, each with some of those below it.
     *
     * @param continues whether the unit itself goes on
     */
    record Split(
            @NotNull UnitId unit, @NotEmpty @Size(max = 100) List<@NotNull @Valid Part> parts, boolean continues)
            implements Operation {

        record Part(
                @NotNull @Valid NewUnit unit,
                @NotNull @Size(max = 1000) List<@NotNull UnitId> children) {}

        @Override
        public Stream<NewUnit> newUnits() {
            return parts.stream().map(Part::unit);
        }

        @Override
        public List<UnitId> concerned() {
            return List.of(unit);
        }
    }

    /**
     * 撤销.
     *
     * @param membersTo the unit to which its members go; not needed where there are none
     */
    record Abolish(@NotNull UnitId unit, @Nullable UnitId membersTo) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return membersTo == null ? List.of(unit) : List.of(unit, membersTo);
        }
    }

    /** 条线接管: a committee of a line (行业党委、工委) supervises a unit, which stays where it is in the territory (ORG-09). */
    record Supervise(@NotNull UnitId unit, @NotNull UnitId supervisor) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return List.of(unit, supervisor);
        }
    }

    /** 条线解除: the committee does not supervise the unit any more. */
    record Release(@NotNull UnitId unit, @NotNull UnitId supervisor) implements Operation {
        @Override
        public List<UnitId> concerned() {
            return List.of(unit, supervisor);
        }
    }
}
