#!/usr/bin/env python3
"""peers.py duckdb|polars DIR: licence usage and the invoice summary of a folder of billfold's tables, by another engine.

Reads the CSV tables and invoices.json of DIR, sets rows aside whose required cells are empty or not of their type, keeps
one row of a key, and aggregates with exact decimals; DuckDB also counts unknown references and wrong sums of lines and
invoices. `pip install duckdb polars`. Prints how many lines each answer has, and lines whose total is wrong. It checks
less than billfold: no findings with places, no other rules, no other reports.
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


TYPES = {'account_enabled': 'BOOLEAN', 'line_number': 'INTEGER', 'quantity': 'DECIMAL(14,4)', 'unit_price': 'DECIMAL(14,6)',
         **{column: 'DECIMAL(18,2)' for column in AMOUNTS[2:]},
         **{column: 'DATE' for columns in DATES.values() for column in columns}}
ROLES = ('global-admin', 'license-admin', 'user-admin', 'billing-admin', 'service-support-admin', 'purchaser', 'publisher-portal')
CURRENCIES = ('USD', 'EUR', 'GBP', 'CHF', 'SEK', 'JPY', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'CAD', 'AUD', 'NZD', 'BRL', 'INR', 'CNY',
              'TWD', 'KRW', 'ZAR')


def duckdb(folder):
    """DuckDB is told the type of every column: its reader checks them, and sets aside and counts what is not of its type."""
    import duckdb
    db = duckdb.connect()
    db.execute(f'set threads={os.cpu_count()}; set preserve_insertion_order=false')
    one = lambda query: db.execute(query).fetchone()

    def source(name):
        with open(f'{folder}/{name}.csv', encoding='utf-8-sig') as file:
            columns = file.readline().strip().split(',')
        types = ', '.join(f"'{c}': '{TYPES.get(c, 'VARCHAR')}'" for c in columns)
        return f"""read_csv('{folder}/{name}.csv', auto_detect=false, header=true, delim=',', quote='"', escape='"', new_line='\\n',
                   columns={{{types}}}, store_rejects=true, rejects_table='bad_{name}', rejects_scan='scan_{name}')"""

    bad = lambda name: one(f'select count(distinct line) from bad_{name}')[0]
    for name in ('products', 'subscriptions', 'billing_profiles'):
        db.execute(f"""create temp table {name} as
            select * from read_csv('{folder}/{name}.csv', all_varchar=true, header=true, delim=',', quote='"')""")

    # A column that nothing asks for is not checked by the reader: any_value asks for it.
    db.execute(f"""create temp table users as select lower(user_principal_name) u, count(*) n, any_value(account_enabled) a,
        any_value(created_on) c, any_value(last_sign_in_on) l from {source('users')} group by 1""")
    valid = f"""subscription_id is not null and assignee_id is not null and coalesce(assignee_kind, 'user') in ('user', 'group')
        and assigned_by_role in {ROLES}"""
    db.execute(f"""create temp table keys as select case when ok then subscription_id end s, case when ok then lower(assignee_id) end u,
        case when ok then via_group end g, any_value(assignee_kind) k, count(*) n, any_value(assigned_on) d
        from (select *, {valid} ok from {source('license_assignments')}) group by all""")
    db.execute('create temp table seats as select distinct s, u from keys where s is not null')
    usage = db.execute("""
        select product_id, currency, count(*), count(distinct u) from subscriptions left join seats on s = subscription_id
        where coalesce(status, 'active') in ('active', 'expired') group by all""").fetchall()
    unknown = one('select count(*) from keys where s is not null and s not in (select subscription_id from subscriptions)')[0]
    unknown += one("select count(*) from keys anti join users using (u) where u is not null and coalesce(k, 'user') = 'user'")[0]

    invoices = array_of_invoices(folder)
    amounts = ', '.join(f'any_value(try_cast({a} as decimal(18,2))) {a}' for a in INVOICE_AMOUNTS)
    valid = f"""invoice_id is not null and billing_profile_id is not null and try_cast(invoice_date as date) is not null
        and currency in {CURRENCIES} and status in ('due', 'past-due', 'paid', 'void') and total is not null
        and {' and '.join(f'({a} is null or try_cast({a} as decimal(18,2)) is not null)' for a in INVOICE_AMOUNTS)}"""
    db.execute(f"""create temp table invoices as select case when ok then invoice_id end i, any_value(billing_profile_id) p,
        any_value(currency) c, any_value(left(invoice_date, 7)) m, {amounts}, count(*) n
        from (select *, {valid} ok from read_json('{invoices}', format='array')) group by 1""")
    os.unlink(invoices)
    sums = ', '.join(f'sum({a})' for a in INVOICE_AMOUNTS)
    summary = db.execute(f'select p, c, m, count(*), {sums} from invoices where i is not null group by 1, 2, 3').fetchall()

    valid = f'invoice_id is not null and line_number is not null and charges is not null and total is not null and currency in {CURRENCIES}'
    db.execute(f"""create temp table lines as select case when ok then invoice_id end i, case when ok then line_number end l,
        any_value(subscription_id) s, any_value(currency) c, any_value(total) total, count(*) n,
        any_value(abs(quantity * unit_price - charges) > case when currency = 'JPY' then 0.5 else 0.005 end) arithmetic,
        any_value(total <> charges - coalesce(azure_credit, 0) + coalesce(tax, 0)) wrong,
        any_value(service_start) d1, any_value(service_end) d2
        from (select *, {valid} ok from {source('invoice_lines')}) group by i, l""")
    wrong = one('select count(*) filter (wrong), count(*) filter (arithmetic) from lines where i is not null')
    unknown += one('select count(*) from lines where i is not null and s not in (select subscription_id from subscriptions)')[0]
    sums = one("""select count(*) filter (v.total <> l.total), count(*) filter (v.c <> c1 or v.c <> c2), count(*) filter (v.i is null) from
        (select i, sum(total) total, min(c) c1, max(c) c2 from lines where i is not null group by i) l left join invoices v on l.i = v.i""")
    again = sum(one(f'select coalesce(sum(n), 0) - count(*) from {t}')[0] for t in ('users', 'keys', 'invoices', 'lines'))
    return len(usage), len(summary), wrong[0], f'{wrong[1]} {unknown} {sums} {again}', [bad(n) for n in DATES]


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
