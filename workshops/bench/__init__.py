"""What the product takes to do its work, measured from outside and held against targets.

Each module without a leading underscore is a benchmark: `web.py` is run as `bench web`. It has one function,
`measure(folder)`, which gives `Row`s one by one; the folder is there to keep what takes long to prepare.
"""
