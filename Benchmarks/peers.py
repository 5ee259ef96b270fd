#!/usr/bin/env python3
"""peers.py duckdb|polars DIR: licence usage and the invoice summary of a folder of billfold's tables, by another engine.

Reads the CSV tables and invoices.json of DIR, sets rows aside whose required cells are empty or not of their type, keeps
the first row of a key, and aggregates with exact decimals. `pip install duckdb polars`. Prints how many lines each answer
has. It checks less than billfold: no findings with places, no other rules, no other reports.
"""
import json, os, sys, tempfile

DATES = {
    'license_assignments': ['assigned_on'],
    'users': ['created_on', 'last_sign_in_on'],
    'invoice_lines': ['service_start', 'service_end'],
}
AMOUNTS = ['quantity', 'unit_price', 'charges', 'azure_credit', 'tax', 'total']
INVOICE_AMOUNTS = ['charges', 'credits', 'azure_credit', 'tax', 'total', 'amount_due']


def array_of_invoices(folder):
    """The path of the bare array: inside of an object it is one huge row to both engines."""
    text = open(f'{folder}/invoices.json', 'rb').read()
    file = tempfile.NamedTemporaryFile(suffix='.json', delete=False)
    file.write(text[text.index(b'['):text.rindex(b']') + 1])
    file.close()
    return file.name


def duckdb(folder):
    import duckdb
    db = duckdb.connect()
    db.execute(f'set threads={os.cpu_count()}; set preserve_insertion_order=false')

    def table(name, key, checks):
        source = f"read_csv('{folder}/{name}.csv', all_varchar=true, header=true, delim=',', quote='\"', escape='\"', ignore_errors=true)"
        valid = ' and '.join(checks + [f'({d} is null or try_cast({d} as date) is not null)' for d in DATES.get(name, [])])
        columns = [c[0] for c in db.execute(f'describe select * from {source}').fetchall()]
        rest = ', '.join(f'any_value({c}) {c}' for c in columns if c not in key)
        keys = ', '.join(f'lower({k}) {k}' if k in ('assignee_id', 'user_principal_name') else k for k in key)
        db.execute(f'create temp table {name} as select {keys}, {rest} from {source} where {valid} group by all')

    table('products', ['product_id'], ['product_id is not null'])
    table('subscriptions', ['subscription_id'], ['subscription_id is not null'])
    table('billing_profiles', ['billing_profile_id'], ['billing_profile_id is not null'])
    table('users', ['user_principal_name'], ['user_principal_name is not null'])
    table('license_assignments', ['subscription_id', 'assignee_id', 'via_group'],
          ['subscription_id is not null', 'assignee_id is not null'])
    table('invoice_lines', ['invoice_id', 'line_number'],
          ['invoice_id is not null', 'try_cast(line_number as integer) is not null'] +
          [f'({a} is null or try_cast({a} as decimal(38,9)) is not null)' for a in AMOUNTS])
    invoices = array_of_invoices(folder)
    amounts = ', '.join(f'sum(try_cast({a} as decimal(38,9))) {a}' for a in INVOICE_AMOUNTS)
    usage = db.execute("""
        select product_id, currency, count(*), count(distinct assignee_id) from subscriptions
        left join license_assignments using (subscription_id)
        where coalesce(status, 'active') in ('active', 'expired') group by all""").fetchall()
    summary = db.execute(f"""
        select billing_profile_id, currency, left(invoice_date, 7), count(*), {amounts}
        from read_json('{invoices}', format='array') group by all""").fetchall()
    wrong = db.execute("""
        select count(*) from invoice_lines where try_cast(total as decimal(38,9))
        <> try_cast(charges as decimal(38,9)) - coalesce(try_cast(azure_credit as decimal(38,9)), 0)
           + coalesce(try_cast(tax as decimal(38,9)), 0)""").fetchall()
    os.unlink(invoices)
    return len(usage), len(summary), wrong[0][0]


def polars(folder):
    import polars as pl

    def table(name, key, required):
        frame = pl.scan_csv(f'{folder}/{name}.csv', infer_schema=False, truncate_ragged_lines=True)
        for column in required:
            frame = frame.filter(pl.col(column).is_not_null())
        for column in DATES.get(name, []):
            date = pl.col(column).str.to_date('%Y-%m-%d', strict=False)
            frame = frame.filter(pl.col(column).is_null() | date.is_not_null()).with_columns(date)
        if name == 'invoice_lines':
            for column in AMOUNTS:
                number = pl.col(column).cast(pl.Decimal(38, 9), strict=False)
                frame = frame.filter(pl.col(column).is_null() | number.is_not_null()).with_columns(number)
        people = [k for k in key if k in ('assignee_id', 'user_principal_name')]
        return frame.with_columns(pl.col(people).str.to_lowercase()).unique(key, keep='any')

    small = [table(name, [key], [key]).collect() for name, key in [
        ('products', 'product_id'), ('subscriptions', 'subscription_id'),
        ('billing_profiles', 'billing_profile_id')]]
    table('users', ['user_principal_name'], ['user_principal_name']).collect()
    seats = table('license_assignments', ['subscription_id', 'assignee_id', 'via_group'],
                  ['subscription_id', 'assignee_id']).collect()
    lines = table('invoice_lines', ['invoice_id', 'line_number'], ['invoice_id', 'line_number']).collect()
    used = small[1].filter(pl.col('status').fill_null('active').is_in(['active', 'expired']))
    usage = used.join(seats, on='subscription_id', how='left').group_by('product_id', 'currency').agg(
        pl.len(), pl.col('assignee_id').n_unique())
    path = array_of_invoices(folder)
    invoices = pl.read_json(path)
    os.unlink(path)
    invoices = invoices.with_columns(
        pl.col(INVOICE_AMOUNTS).cast(pl.Decimal(38, 9), strict=False),
        month=pl.col('invoice_date').str.slice(0, 7))
    summary = invoices.group_by('billing_profile_id', 'currency', 'month').agg(pl.len(), pl.col(INVOICE_AMOUNTS).sum())
    wrong = lines.filter(
        pl.col('total') != pl.col('charges') - pl.col('azure_credit').fill_null(0) + pl.col('tax').fill_null(0))
    return len(usage), len(summary), len(wrong)


if __name__ == '__main__':
    print(*{'duckdb': duckdb, 'polars': polars}[sys.argv[1]](sys.argv[2]))
