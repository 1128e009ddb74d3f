package cn.dangjian.testkit.doors;

import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one method does, as far as answers depend on it: whom it calls, what it refuses with, how it answers. */
final class Deeds {

    /** A call, or a reference to a method that somebody else may call. */
    record Call(String owner, String name, String descriptor) {}

    /** A constant of an enum. */
    record Constant(String type, String name) {}

    private static final String STATUS = "org/springframework/http/HttpStatus";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+");

    final Set<Call> calls = new LinkedHashSet<>();
    final Set<Constant> constants = new LinkedHashSet<>();
    /** Texts like codes, behind the status that was named before them in the same call: {@code CONFLICT:thing.odd}. */
    final Set<String> literals = new TreeSet<>();
    /** Texts like codes before which no status was named. */
    final Set<String> loose = new TreeSet<>();

    final Set<String> made = new LinkedHashSet<>();
    final Set<String> statuses = new TreeSet<>();
    final Set<String> headers = new TreeSet<>();

    private @Nullable String status;

    static Deeds of(MethodModel method) {
        var deeds = new Deeds();
        method.code().ifPresent(code -> code.forEach(deeds::read));
        return deeds;
    }

    private void read(CodeElement element) {
        switch (element) {
            case FieldInstruction field -> field(field);
            case ConstantInstruction constant when constant.constantValue() instanceof String text -> text(text);
            case NewObjectInstruction made -> this.made.add(made.className().asInternalName());
            case InvokeInstruction call -> call(call);
            case InvokeDynamicInstruction dynamic ->
                dynamic.bootstrapArgs().forEach(argument -> {
                    if (argument instanceof DirectMethodHandleDesc handle) {
                        String owner = handle.owner().descriptorString();
                        calls.add(new Call(
                                owner.substring(1, owner.length() - 1),
                                handle.methodName(),
                                handle.lookupDescriptor()));
                    }
                });
            default -> {}
        }
    }

    private void field(FieldInstruction field) {
        String owner = field.owner().asInternalName();
        String name = field.name().stringValue();
        if (owner.equals(STATUS)) {
            status = name;
            statuses.add(name);
        } else if (field.typeSymbol().descriptorString().equals("L" + owner + ";")) {
            constants.add(new Constant(owner, name));
        }
    }

    private void text(String text) {
        if (!CODE.matcher(text).matches()) return;
        if (status == null) loose.add(text);
        else literals.add(status + ":" + text);
    }

    private void call(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        calls.add(new Call(owner, name, call.type().stringValue()));
        // whatever is named after a problem was made belongs to another one
        if (owner.contains("/Problem")) status = null;
        if (owner.equals("org/springframework/http/ResponseEntity")) answer(name);
        if (owner.endsWith("/version/Reply")) reply(name, call.type().stringValue());
        if (owner.startsWith("org/springframework/http/ResponseEntity$")) {
            if (name.equals("eTag")) headers.add("ETag");
            if (name.equals("location")) headers.add("Location");
        }
    }

    private void answer(String name) {
        switch (name) {
            case "ok" -> statuses.add("OK");
            case "accepted" -> statuses.add("ACCEPTED");
            case "noContent" -> statuses.add("NO_CONTENT");
            case "created" -> created();
            default -> {}
        }
    }

    private void reply(String name, String descriptor) {
        if (name.equals("ok")) statuses.add("OK");
        else if (descriptor.startsWith("(Ljava/lang/String;")) created();
        else statuses.add("CREATED");
    }

    private void created() {
        statuses.add("CREATED");
        headers.add("Location");
    }
}
