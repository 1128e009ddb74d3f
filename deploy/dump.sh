# Sourced by backup and restore: what a schema says, always in the same words.

schemas() {
  local service folder schema
  while IFS=', ' read -r service folder _ _ schema _; do
    if [[ $schema == yes ]] && compgen -G "$root/$folder/src/main/java/cn/dangjian/$service/*/" >/dev/null; then echo "$service"; fi
  done <"$root/deploy/local/src/main/resources/services.csv"
}

# Two dumps of the same rows are the same text
dump() {
  compose exec -T mysql sh -c 'MYSQL_PWD=$MYSQL_ROOT_PASSWORD exec mysqldump -h127.0.0.1 -uroot --single-transaction --quick --hex-blob \
    --order-by-primary --skip-comments --set-gtid-purged=OFF --no-tablespaces --triggers --routines "$1"' sh "$1" </dev/null
}
