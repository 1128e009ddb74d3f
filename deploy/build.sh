# Sourced by what starts the house: builds the jars if they are older than their sources. Wants $root, $begun and $JAVA_HOME.

# the folder of the profile "up" in pom.xml
build=target/up
target=$root/deploy/local/$build
stamp=$target/built

say() {
  local passed=$((($(date +%s%3N) - begun) / 100))
  printf '[%3d.%d s] %s\n' $((passed / 10)) $((passed % 10)) "$*"
}

# Name, folder, port and heap of what is started: a service with a schema and without a room, which is a package of its own,
# has nothing to do yet (as in ServiceEntry.java)
services() {
  local service folder port heap schema
  while IFS=', ' read -r service folder port heap schema _; do
    [[ $service == \#* || -z $service ]] && continue
    [[ $schema == no ]] || compgen -G "$root/$folder/src/main/java/cn/dangjian/$service/*/" >/dev/null || continue
    echo "$service $folder $port $heap"
  done <"$root/deploy/local/src/main/resources/services.csv"
}

is_built() {
  [[ -f $stamp && -f $target/classpath ]] || return 1
  local service folder
  while read -r service folder _; do
    compgen -G "$root/$folder/$build/$service-*.jar" >/dev/null || return 1
  done < <(services)
  [[ -z $(cd "$root" && find pom.xml services gateway deploy/local -name target -prune -o \
    \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$stamp" -print -quit) ]]
}

# Maven's output in few lines: each module when it is begun, and what is being done when it takes long
tell() {
  local line said=$SECONDS doing='starting Maven'
  while true; do
    if IFS= read -r -t 1 line; then
      if [[ $line =~ ^\[INFO\]\ Building\ ([a-z-]+)\ .*(\[[0-9]+/[0-9]+\])$ ]]; then
        say "building ${BASH_REMATCH[1]} ${BASH_REMATCH[2]}"
        said=$SECONDS
      elif [[ $line =~ ^\[INFO\]\ ---\ [a-z-]+:[^:]*:([a-z-]+)\ .*@\ ([a-z-]+)\ --- ]]; then
        doing="${BASH_REMATCH[2]}: ${BASH_REMATCH[1]}"
      fi
    elif (($? <= 128)); then
      return
    fi
    if ((SECONDS - said >= 5)); then
      say "still building ($doing)"
      said=$SECONDS
    fi
  done
}

# Only what is started, only what running needs: no tests, no checks (verify has both)
build() {
  local modules log
  modules=$(services | cut -d' ' -f2 | paste -sd, -)
  log=$root/data/log/build.log
  mkdir -p "$target" "$(dirname "$log")"
  say "building (构建中); the first time takes a minute or two"
  touch "$stamp.new"
  if ! (cd "$root" && ./mvnw -B -T 2 -P up -pl "deploy/local,$modules" -am package 2>&1) | tee "$log" | tell; then
    grep '^\[ERROR\]' "$log" | head -20 >&2 || true
    echo "The build failed (构建失败): see $log" >&2
    exit 1
  fi
  mv "$stamp.new" "$stamp"
}
